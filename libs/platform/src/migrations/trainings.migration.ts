import { ForwardOnly } from './forward-only.js';

/** Trainings that were held (REG 48). One that was removed stays, with the reason, and does not count. */
const TRAINING = `
  CREATE TABLE training (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ,
    version integer NOT NULL DEFAULT 1,
    held_on date NOT NULL,
    topic text NOT NULL,
    people integer NOT NULL CHECK (people > 0),
    sections text,
    removed boolean NOT NULL DEFAULT false,
    organ_ids uuid[] NOT NULL,
    history jsonb NOT NULL
  )`;

/** By the organ that held it, and by those that took part. */
export class Trainings1795900000006 extends ForwardOnly {
  readonly name = 'Trainings1795900000006';
  protected readonly statements = [
    TRAINING,
    'CREATE INDEX training_held ON training (organ_id, held_on) WHERE NOT removed',
    'CREATE INDEX training_part ON training USING gin (organ_ids) WHERE NOT removed',
  ];
}

import { ForwardOnly } from './forward-only.js';

/** Open cases that a person can carry at a time; null: nobody said so. */
export class Capacity1795902400003 extends ForwardOnly {
  readonly name = 'Capacity1795902400003';
  protected readonly statements = [
    'ALTER TABLE person ADD COLUMN capacity integer CONSTRAINT person_capacity_check CHECK (capacity BETWEEN 1 AND 999)',
  ];
}

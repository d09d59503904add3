import { ForwardOnly } from './forward-only.js';

/**
 * A second step at the log-in: the secret that a person's authenticator shares lies sealed, `since` says that it was tried once and counts,
 * `last_step` keeps a code from opening twice. And sessions can be told apart by who holds them: where from, with what, since when.
 */
export class SecondFactors1795906800000 extends ForwardOnly {
  readonly name = 'SecondFactors1795906800000';
  protected readonly statements = [
    `CREATE TABLE second_factor (
      person_id uuid PRIMARY KEY REFERENCES person ON DELETE CASCADE,
      sealed bytea NOT NULL,
      since timestamptz,
      last_step bigint NOT NULL DEFAULT 0
    )`,
    `CREATE TABLE recovery_code (
      person_id uuid NOT NULL REFERENCES second_factor ON DELETE CASCADE,
      code_hash text NOT NULL,
      PRIMARY KEY (person_id, code_hash)
    )`,
    `ALTER TABLE session
      ADD id uuid NOT NULL DEFAULT gen_random_uuid(),
      ADD address text NOT NULL DEFAULT '',
      ADD agent text NOT NULL DEFAULT ''`,
    'CREATE UNIQUE INDEX session_id ON session (id)',
  ];
}

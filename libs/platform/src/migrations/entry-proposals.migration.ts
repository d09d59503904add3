import { ForwardOnly } from './forward-only.js';

/** Entries with files that wait for a second person (REG 17), and what stands for the text of a file. */
export class EntryProposals1795907100000 extends ForwardOnly {
  readonly name = 'EntryProposals1795907100000';
  protected readonly statements = [
    `CREATE TABLE entry_proposal (
       id uuid PRIMARY KEY,
       organ_id uuid NOT NULL REFERENCES organ (id),
       entry_id uuid REFERENCES disclosure (id),
       state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'confirmed', 'returned')),
       index_number text NOT NULL,
       content jsonb NOT NULL,
       file_id text NOT NULL,
       file_name text NOT NULL,
       hash text NOT NULL,
       read integer NOT NULL,
       total integer,
       wordless integer[] NOT NULL,
       findings jsonb NOT NULL,
       proposed_by uuid NOT NULL REFERENCES person (id),
       proposed_at timestamptz NOT NULL,
       decided_by uuid REFERENCES person (id),
       decided_at timestamptz,
       reason text,
       FOREIGN KEY (file_id, organ_id) REFERENCES stored_file (id, organ_id))`,
    `CREATE INDEX entry_proposal_of_organ ON entry_proposal (organ_id, proposed_at)`,
    `CREATE UNIQUE INDEX entry_proposal_waiting ON entry_proposal (organ_id, index_number) WHERE state = 'waiting'`,
    `CREATE TABLE file_text (file_id text PRIMARY KEY, hash text)`,
    `CREATE INDEX file_text_hash ON file_text (hash) WHERE hash IS NOT NULL`,
  ];
}

import { ForwardOnly } from './forward-only.js';

/** Under which names the same content was handed in, by whom. What it is called in a case follows from who put it there, and when. */
const FILE_NAME = `
  CREATE TABLE file_name (
    file_id text NOT NULL,
    organ_id uuid NOT NULL,
    seq integer GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL,
    given_by text NOT NULL,
    given_at timestamptz NOT NULL,
    PRIMARY KEY (file_id, organ_id, seq),
    FOREIGN KEY (file_id, organ_id) REFERENCES stored_file ON DELETE CASCADE
  )`;

/** A name belongs to the use of a file, not to its content. What came in keeps the names of its files beside their ids. */
export class FileNames1795783600000 extends ForwardOnly {
  readonly name = 'FileNames1795783600000';
  protected readonly statements = [
    FILE_NAME,
    `ALTER TABLE incoming ADD COLUMN file_names text[] NOT NULL DEFAULT '{}'`,
    'ALTER TABLE disclosure ADD COLUMN file_name text',
    `UPDATE disclosure SET file_name = stored_file.name FROM stored_file
      WHERE stored_file.id = disclosure.file_id AND stored_file.organ_id = disclosure.organ_id`,
  ];
}

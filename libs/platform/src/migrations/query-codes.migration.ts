import { ForwardOnly } from './forward-only.js';

/** The code is sealed: a copy of the database does not tell it, and yet the receipt can be printed again. */
const QUERY_CODE = `
  CREATE TABLE query_code (
    case_id uuid PRIMARY KEY REFERENCES case_file,
    sealed bytea NOT NULL
  )`;

/** Failures only: who has the code is never slowed down. */
const CODE_ATTEMPT = `
  CREATE TABLE code_attempt (
    id uuid PRIMARY KEY,
    number text NOT NULL,
    address text NOT NULL,
    failed_at timestamptz NOT NULL
  )`;

/** By its number and its code an applicant follows an application. */
export class QueryCodes1795726515390 extends ForwardOnly {
  readonly name = 'QueryCodes1795726515390';
  protected readonly statements = [
    QUERY_CODE,
    'CREATE INDEX case_file_number ON case_file (number)',
    CODE_ATTEMPT,
    'CREATE INDEX code_attempt_number ON code_attempt (number, failed_at)',
    'CREATE INDEX code_attempt_address ON code_attempt (address, failed_at)',
  ];
}

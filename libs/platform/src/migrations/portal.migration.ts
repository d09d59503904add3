import { ForwardOnly } from './forward-only.js';

/** Who came to the open door within the hour, and whether with a proof of work: older rows are deleted. */
const PUBLIC_REQUEST = `
  CREATE TABLE public_request (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('application', 'file')),
    address text NOT NULL,
    proved boolean NOT NULL,
    at timestamptz NOT NULL
  )`;

/** A proof is good once; what has run out is deleted. */
const SPENT_PROOF = `
  CREATE TABLE spent_proof (
    signature text PRIMARY KEY,
    until timestamptz NOT NULL
  )`;

/** Applicants come by themselves. */
export class Portal1795739400000 extends ForwardOnly {
  readonly name = 'Portal1795739400000';
  protected readonly statements = [
    PUBLIC_REQUEST,
    'CREATE INDEX public_request_at ON public_request (kind, at)',
    SPENT_PROOF,
    'CREATE INDEX spent_proof_until ON spent_proof (until)',
  ];
}

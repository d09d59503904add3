import { ForwardOnly } from './forward-only.js';

/** Who signs in whose place, from when to when; without an end until it is revoked. What is over stays. */
const DELEGATION = `
  CREATE TABLE delegation (
    id uuid PRIMARY KEY,
    principal_id uuid NOT NULL REFERENCES person,
    delegate_id uuid NOT NULL REFERENCES person CHECK (delegate_id <> principal_id),
    organ_id uuid NOT NULL REFERENCES organ,
    from_day date NOT NULL,
    to_day date CHECK (to_day >= from_day),
    reason text NOT NULL,
    granted_on date NOT NULL,
    granted_by uuid NOT NULL REFERENCES person,
    revoked_on date,
    revoked_by uuid REFERENCES person
  )`;

/** Approvers let somebody of their organ sign in their place. */
export class Delegations1795830000000 extends ForwardOnly {
  readonly name = 'Delegations1795830000000';
  protected readonly statements = [
    DELEGATION,
    'CREATE INDEX delegation_principal ON delegation (principal_id, from_day)',
    'CREATE INDEX delegation_delegate ON delegation (delegate_id, from_day)',
  ];
}

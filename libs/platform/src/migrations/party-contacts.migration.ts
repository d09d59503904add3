import { ForwardOnly } from './forward-only.js';

/** A letter that a split shared is one row for both cases: it bears the id of the consultation, and of no case. */
const PARTY_CONTACT = `
  CREATE TABLE party_contact (
    consultation_id uuid PRIMARY KEY,
    sealed bytea NOT NULL
  )`;

/** Where whoever is consulted is reached: the fact names the consultation, address and telephone lie sealed here. */
export class PartyContacts1795906200002 extends ForwardOnly {
  readonly name = 'PartyContacts1795906200002';
  protected readonly statements = [PARTY_CONTACT];
}

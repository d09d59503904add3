import type { CommandOf, PartyContact } from '@gongkai/contracts';
import type { CaseCommand, CaseFact } from '@gongkai/lifecycle';
import type { Sealer } from '@gongkai/platform';

/** A row of `party_contact`: where who is consulted is reached, sealed, with its bytes in PostgreSQL's hex notation on the way in. */
export type PartyContactRow = { readonly consultation_id: string; readonly sealed: string };

/** What is known of each by the id of the consultation, as bytes in hex. */
export type SealedContacts = Readonly<Record<string, string>>;

/** What is known of each by the id of the consultation. */
export type PartyContacts = Readonly<Record<string, PartyContact>>;

/** Of the consultation alone: a split takes it along, and both cases open the same bytes. */
/** Where its bytes lie. */
export const placeOf = (consultationId: string): string => `party_contact:${consultationId}`;

/** Where those are reached whom a case consults. @throws SealBroken when the key does not fit */
export const openContacts = (sealer: Sealer, contacts: SealedContacts): PartyContacts =>
  Object.fromEntries(
    Object.entries(contacts).map(([id, sealed]) => [id, sealer.open(Buffer.from(sealed, 'hex'), placeOf(id)) as PartyContact]),
  );

type Step = { readonly command: CaseCommand; readonly fact: CaseFact };
type Telling = Pick<CommandOf<'changePartyContact'>, 'partyAddress' | 'partyPhone'>;

/** What a command tells of who is consulted, by the consultation of its fact; empty where it tells nothing. */
export function contactIn({ command, fact }: Step): PartyContacts {
  if (fact.type !== 'CONSULTATION' && fact.type !== 'PARTY_CONTACT_CHANGED') return {};
  const { partyAddress: address, partyPhone: phone } = command as Telling;
  const contact = { ...(address === undefined ? {} : { address }), ...(phone === undefined ? {} : { phone }) };
  return Object.keys(contact).length === 0 ? {} : { [fact.consultationId]: contact };
}

/** The row that keeps what a command tells, sealed, in the place of what was known; none where it tells nothing. */
export const sealContacts = (sealer: Sealer, step: Step): readonly PartyContactRow[] =>
  Object.entries(contactIn(step)).map(([id, contact]) => ({
    consultation_id: id,
    sealed: `\\x${sealer.seal(contact, placeOf(id)).toString('hex')}`,
  }));

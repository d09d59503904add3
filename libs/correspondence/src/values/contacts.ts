import { isToApplicant, type PartyContact } from '@gongkai/contracts';
import type { CaseNotice, JournalFact } from '@gongkai/lifecycle';
import type { Values } from '../content/places.js';
import { dayText } from './days.js';
import { nameOf, partyOf } from './notice-values.js';
import type { Telling } from './telling.js';

/** An attempt to reach the applicant, or the confirmation of receipt (REG 31); null of other entries. */
export function contactOf({ fact, actorId }: JournalFact, { matter }: Telling): Values | null {
  if (fact.type === 'CONTACT_ATTEMPTED')
    return { ...madeBy(actorId, matter), 'contact.on': dayText(fact.on), 'contact.how': fact.how, 'contact.result': fact.result };
  if (fact.type !== 'RECEIPT_CONFIRMED') return null;
  return {
    ...madeBy(actorId, matter),
    'contact.on': dayText(fact.confirmedOn),
    'contact.how': fact.confirmedHow,
    'contact.result': fact.confirmedBy,
  };
}

const madeBy = (actorId: string, { head }: Telling['matter']): Values => ({ 'contact.by': head.people[actorId] });

/** Where somebody is reached, as it was told last. */
const reachedAt = (known: readonly PartyContact[]): Values => ({
  'addressee.address': known.at(-1)?.address,
  'addressee.phone': known.at(-1)?.phone,
});

/** Everybody who was written to, or may be: the applicant, the agent, and whoever is asked. */
export function addresseesOf(telling: Telling): readonly Values[] {
  const { matter, words } = telling;
  const { name, address, phone, agent, agentPhone } = matter.head.applicant;
  const { notices, consultations } = matter.reckoned.now.file;
  const asked = consultations.filter(({ party }, i) => consultations.findIndex((one) => one.party === party) === i);
  const all: readonly Values[] = [
    { 'addressee.role': words.role.applicant, 'addressee.name': name, 'addressee.address': address, 'addressee.phone': phone },
    ...(agent === undefined
      ? []
      : [{ 'addressee.role': words.role.agent, 'addressee.name': agent, 'addressee.phone': agentPhone }]),
    ...asked.map(({ kind, party }) => ({
      'addressee.role': words.role[kind],
      'addressee.name': party,
      ...reachedAt(consultations.filter((one) => one.party === party).flatMap(({ id }) => matter.head.contacts[id] ?? [])),
    })),
  ];
  const isFor = (to: string | undefined) => (notice: CaseNotice) =>
    (isToApplicant(notice.kind) ? name : partyOf(notice, telling)) === to;
  return all.map((one, i) => ({
    ...one,
    'addressee.no': String(i + 1),
    'addressee.papers': notices
      .filter(isFor(one['addressee.name']))
      .map((notice) => [nameOf(notice, telling), notice.number ?? ''].join(' ').trim())
      .join('\n'),
  }));
}

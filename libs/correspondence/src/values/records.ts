import type { LocalDate } from '@gongkai/calendar';
import { answerDue, consultedUntil, dayOf, type CaseConsultation, type FactOf, type JournalFact } from '@gongkai/lifecycle';
import type { Values } from '../content/places.js';
import { dayText, ordinal } from './days.js';
import { seenOf } from './sign-off.js';
import { ofThisRound, type Telling } from './telling.js';

/** A review: what was submitted, and what was found, once that is known. */
type Review = {
  readonly submitted: JournalFact & { readonly fact: FactOf<'REVIEW_SUBMITTED'> };
  found: (JournalFact & { readonly fact: FactOf<'REVIEW_PASSED' | 'REVIEW_BLOCKED'> }) | null;
};

/** The confidentiality reviews of the present round, item by item, as the review form lists them (REG 17; SEC-IR 42). */
export function reviewsOf(telling: Telling): readonly Values[] {
  const reviews: Review[] = [];
  for (const { fact, ...entry } of ofThisRound(telling.matter)) {
    if (fact.type === 'REVIEW_SUBMITTED') reviews.push({ submitted: { ...entry, fact }, found: null });
    if (fact.type !== 'REVIEW_PASSED' && fact.type !== 'REVIEW_BLOCKED') continue;
    const open = reviews.findLast(({ submitted, found }) => found === null && submitted.fact.itemId === fact.itemId);
    if (open !== undefined) open.found = { ...entry, fact };
  }
  return reviews.map((review) => reviewValues(review, telling));
}

function reviewValues({ submitted: { fact, actorId, today }, found }: Review, telling: Telling): Values {
  const { matter, words } = telling;
  const { people } = matter.head;
  return {
    ...itemValues(fact.itemId, telling),
    'review.files': [...fact.fileIds.map((id) => fileText(id, telling)), seenOf(fact)].filter((part) => part !== '').join('\n'),
    'review.submittedBy': people[actorId],
    'review.submittedOn': dayText(today),
    ...(found === null ? {} : foundValues(found, people, words)),
  };
}

function itemValues(itemId: string, { matter: { reckoned } }: Telling): Values {
  const { items } = reckoned.now.file;
  const at = items.findIndex(({ id }) => id === itemId);
  const item = items[at];
  if (item === undefined) return {};
  const code = item.decision?.code;
  return {
    'review.item': `${ordinal(at + 1)}、${item.description}`,
    'review.decision': code === undefined ? undefined : reckoned.law.grounds.decisions[code].name.zh,
  };
}

/** How much of a hash tells files apart on paper. */
const SHOWN = 16;

/** A file by its name, and by what tells it from others of the same name. */
export const fileText = (id: string, { files }: Pick<Telling, 'files'>): string =>
  `${files.find((file) => file.id === id)?.name ?? ''}（${id.slice(0, SHOWN)}）`;

function foundValues(
  { fact, actorId }: NonNullable<Review['found']>,
  people: Telling['matter']['head']['people'],
  { signOff }: Telling['words'],
): Values {
  const opinion = fact.type === 'REVIEW_PASSED' ? signOff.agrees : `${signOff.objects}：${fact.reason}`;
  return { 'review.opinion': opinion, 'review.by': people[actorId], 'review.on': dayText(fact.on) };
}

/** Everybody who was asked, oldest first, and what came of it (REG 32, 33(3), 34). */
export const consultationsOf = (telling: Telling): readonly Values[] =>
  telling.matter.reckoned.now.file.consultations.map((letter) => letterValues(letter, telling));

function letterValues(letter: CaseConsultation, telling: Telling): Values {
  const { matter, words } = telling;
  const { now, ledger } = matter.reckoned;
  const places = now.file.items.flatMap(({ id }, i) => (letter.itemIds.includes(id) ? [ordinal(i + 1)] : []));
  return {
    'consultation.party': letter.party,
    'consultation.role': words.role[letter.kind],
    'consultation.number': now.file.notices.find(({ id }) => id === letter.id)?.number ?? '',
    'consultation.items': places.join('、'),
    'consultation.sentOn': dayText(letter.dispatchedOn),
    'consultation.servedOn': dayText(letter.servedOn),
    'consultation.due': dayText(dueOfLetter(letter, ledger)),
    'consultation.result': answered(letter, telling) ?? unanswered(letter, telling),
  };
}

type Ledger = Telling['matter']['reckoned']['ledger'];

const onClock = ({ id }: CaseConsultation, { consultations }: Ledger): Ledger['consultations'][number] | undefined =>
  consultations.find((one) => one.id === id);

function dueOfLetter(letter: CaseConsultation, ledger: Ledger): LocalDate | null {
  const clock = onClock(letter, ledger);
  return clock === undefined ? null : dayOf(answerDue(clock));
}

const on = (day: LocalDate | null, text: string): string => text.replace('{on}', dayText(day) ?? '');

/** What was answered, and on what grounds. */
function answered({ id, answer, answeredOn }: CaseConsultation, { matter, words }: Telling): string | undefined {
  if (answer === null) return undefined;
  const said = matter.journal.findLast(({ fact }) => fact.type === 'CONSULTATION_ANSWERED' && fact.consultationId === id)?.fact;
  const grounds = said?.type === 'CONSULTATION_ANSWERED' ? (said.grounds ?? '') : '';
  return [on(answeredOn, words.consulted[answer]), grounds].filter((part) => part !== '').join('：');
}

/** That its period passed in silence, or that nobody waits for it any more; nothing while it is open. */
function unanswered(letter: CaseConsultation, { matter, words: { consulted } }: Telling): string | undefined {
  if (letter.elsewhereFrom !== null) return on(letter.elsewhereFrom, consulted.ended);
  const clock = onClock(letter, matter.reckoned.ledger);
  return clock?.closedBy === 'lapse' ? on(consultedUntil(clock), consulted.lapsed) : undefined;
}

/** The last extension that was proposed in this round, and what the head of the OGI unit said of it (REG 33(2)). */
export function proposalValues({ kind, matter, words }: Telling): Values {
  if (kind !== 'extension_form') return {};
  const { head } = matter;
  const journal = ofThisRound(matter);
  const at = journal.findLastIndex(({ fact }) => fact.type === 'EXTENSION_PROPOSED');
  const proposed = journal[at];
  if (proposed?.fact.type !== 'EXTENSION_PROPOSED') return {};
  const decided = journal.slice(at).find(({ fact }) => fact.type === 'EXTENSION' || fact.type === 'EXTENSION_REFUSED');
  return {
    'proposal.days': words.period.working_day.replace('{n}', String(proposed.fact.workingDays)),
    'proposal.reason': proposed.fact.reason,
    'proposal.by': head.people[proposed.actorId],
    'proposal.on': dayText(proposed.today),
    ...(decided === undefined
      ? {}
      : {
          'proposal.opinion':
            decided.fact.type === 'EXTENSION_REFUSED' ? `${words.signOff.objects}：${decided.fact.reason}` : words.signOff.agrees,
          'proposal.decidedBy': head.people[decided.actorId],
          'proposal.decidedOn': dayText(decided.today),
        }),
  };
}

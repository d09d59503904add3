import { localDate, type LocalDate } from '@gongkai/calendar';
import { Refusal } from '@gongkai/contracts';
import { decide, openCase, situationIn, type CaseCommand, type CaseFact, type CaseLaw, type CaseNow } from '@gongkai/lifecycle';
import { sha256 } from '@gongkai/platform';
import { openingFor, openingsOf } from '../../libs/lifecycle/src/chart.js';
import { factTypesOf } from '../../libs/lifecycle/src/fact-types-of.js';
import { fold } from '../../libs/lifecycle/src/fold.js';
import { calendarDaysAfter } from './days.js';
import { everybody, LAW as USUAL } from './life.js';

/** A place of the walk: a chart value with the situation its guards see, and one case that stands there. */
export type Place = { readonly key: string; readonly now: CaseNow; readonly today: LocalDate };
/** A fact that leads from one place to another. */
export type Way = { readonly from: string; readonly fact: CaseFact['type']; readonly to: string };
export type Walk = { readonly places: ReadonlyMap<string, Place>; readonly ways: readonly Way[] };
/** What can be said at a place, with ids that are known there; the days that pass before it is said. */
export type Saying = { readonly command: CaseCommand; readonly daysOn?: number };
export type Sayings = (now: CaseNow) => readonly Saying[];

/** The same law, and an organ whose drafts take a legal review and two approvals. */
const LAW: CaseLaw = {
  ...USUAL,
  approvals: {
    id: 'walk',
    chains: { two: { steps: ['approver', 'approver'], onePerson: true } },
    uses: [{ organs: ['of-two'], chain: 'two' }],
    legalReviews: [{ organs: ['of-two'] }],
  },
};

const T = localDate('2025-03-03');
const drafter = { ...everybody, id: 'the-drafter' };
const leader = { ...everybody, id: 'the-leader' };
/** Nobody approves what they drafted. */
const LEADERS: ReadonlySet<string> = new Set([
  'confirmFact',
  'approve',
  'reviewLegally',
  'approveExtension',
  'passReview',
  'signReply',
  'rejectReasons',
  'overrideThirdParty',
]);

const keyOf = (now: CaseNow): string => JSON.stringify([now.value, situationIn(now.file, LAW)]);

/** An ordinary letter that waits to be confirmed: the beginning from which everything else is reached. */
export function beginning(items: number): Place {
  const fact = {
    type: 'APPLICATION_RECEIVED',
    receipt: { channel: 'ordinary_mail', arrivedOn: T },
    items: Array.from({ length: items }, (_, i) => ({ id: `item-${String(i)}`, description: 'a record' })),
    applicantId: 'applicant',
    wantedForm: 'paper',
    delivery: 'post',
  } as const;
  const { after } = openCase(fact, asking(drafter, T));
  return { key: keyOf(after), now: after, today: T };
}

/** The same, logged late without a reason, and corrected since: two entries wait for a second person. */
export function doubtful(): Place {
  const { now, today } = beginning(1);
  const fact = { type: 'FACT_CORRECTED', entryId: 'entry', fields: {}, reason: 'misread', moves: true } as const;
  const waiting = { entryId: 'logged', reason: 'logged-late', by: drafter.id } as const;
  const late: CaseNow = { ...now, file: { ...now.file, lateReasonMissing: true, toConfirm: [waiting] } };
  const after: CaseNow = { ...late, file: fold(late.file, fact, { id: 'correcting', actorId: drafter.id, today }) };
  return { key: keyOf(after), now: after, today };
}

/** The same, accepted, and one who was asked has answered by the link: nobody has taken that down. */
export function answeredByLink(): Place {
  const asked = [
    { type: 'confirmReceipt' },
    { type: 'accept' },
    { type: 'askThirdParty', party: 'somebody', dispatchedOn: T },
  ] as const;
  const there = asked.reduce<Place>((place, command) => stepOf(place, { command })?.place ?? place, beginning(1));
  const [letter] = there.now.file.consultations;
  const consultationId = letter?.id ?? '';
  const answered = stepOf(there, { command: { type: 'noteAnswerCame', consultationId, on: T } })?.place ?? there;
  return { ...answered, key: `${answered.key} answered` };
}

/** The same, accepted, and a letter that was brought waits for an approver to open it. */
export function brought(): Place {
  const made = [
    { type: 'confirmReceipt' },
    { type: 'accept' },
    { type: 'sendCorrectionNotice', missing: 'which year', dispatchedOn: null },
  ] as const;
  const { now, today } = made.reduce<Place>((place, command) => stepOf(place, { command })?.place ?? place, beginning(1));
  const own = { entryId: 'brought', fileIds: ['own'], seen: false };
  const waiting = now.file.notices.map(
    ({ id: noticeId }) => ({ entryId: own.entryId, reason: 'own-paper', by: drafter.id, noticeId }) as const,
  );
  const after: CaseNow = {
    ...now,
    file: { ...now.file, notices: now.file.notices.map((notice) => ({ ...notice, own })), toConfirm: waiting },
  };
  return { key: `${keyOf(after)} brought`, now: after, today };
}

let ids = 0;
const asking = (actor: typeof everybody | 'clock', today: LocalDate, organ?: string) => ({
  actor,
  entryId: 'entry',
  today,
  law: LAW,
  organ,
  newId: () => `id-${String((ids += 1))}`,
  digest: sha256,
});

/** Every place that can be reached with these sayings in an organ, by really deciding each at one case of each place, nearest first. */
export function walk(from: Place, sayings: readonly Sayings[], organ?: string): Walk {
  const places = new Map([[from.key, from]]);
  const ways: Way[] = [];
  for (const place of places.values()) {
    const openings = openingsOf(place.now.value, situationIn(place.now.file, LAW));
    const isOpen = ({ command }: Saying): boolean => factTypesOf[command.type].some((type) => openingFor(openings, type).open);
    for (const saying of sayings.flatMap((say) => say(place.now)).filter(isOpen)) {
      const step = stepOf(place, saying, organ);
      if (!step) continue;
      ways.push({ from: place.key, fact: step.fact, to: step.place.key });
      if (!places.has(step.place.key)) places.set(step.place.key, step.place);
    }
  }
  return { places, ways };
}

function stepOf(
  { now, today }: Place,
  { command, daysOn = 0 }: Saying,
  organ?: string,
): { place: Place; fact: CaseFact['type'] } | null {
  const day = localDate(calendarDaysAfter(today, daysOn));
  const actor = /^(lapse|end|complete|apply|noteAnswer)/.test(command.type)
    ? 'clock'
    : LEADERS.has(command.type)
      ? leader
      : drafter;
  try {
    const { after, fact } = decide(now, command, asking(actor, day, organ));
    return { place: { key: keyOf(after), now: after, today: day }, fact: fact.type };
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}

/** The places from which one of the goals can be reached. */
export function leadingTo({ ways }: Walk, goals: readonly string[]): ReadonlySet<string> {
  const into = new Map<string, Set<string>>();
  for (const { from, to } of ways) into.set(to, (into.get(to) ?? new Set<string>()).add(from));
  const found = new Set(goals);
  for (const place of found) into.get(place)?.forEach((from) => found.add(from));
  return found;
}

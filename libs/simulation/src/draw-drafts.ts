import { addDays, dayNumber, localDate, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import type { ConsultationKind } from '@gongkai/contracts';
import type { Draft } from './draft.js';
import type { End, Mix } from './mix.js';
import type { Random } from './random.js';

/** Working days that a case needs at least from its receipt to its reply. */
const LEAST = 9;

type Hand = { readonly drafts: readonly Draft[]; readonly random: Random };
/** What is given to some of the cases: to which it can be given, how long it takes, what it changes. */
type Gift = {
  readonly what: string;
  readonly takes?: number;
  /** Also to those that are open at the end of the year: for them it may take as long as it does. */
  readonly carriedToo?: boolean;
  readonly fits: (draft: Draft) => boolean;
  readonly give: (draft: Draft) => void;
};

/** The cases of a year, in the order of their receipt; every count of the mix is met exactly. */
export function draftsOf(mix: Mix, calendar: WorkingDays, random: Random): readonly Draft[] {
  const days = receiptDays(mix, calendar, random);
  const lists = [mix.units, mix.channels, mix.applicants].map((counts) => random.shuffled(spread(counts)));
  const [organs = [], channels = [], categories = []] = lists;
  const yearEnd = localDate(`${mix.year}-12-31`);
  const drafts = days.map((receivedOn, i): Draft => ({
    ...NOTHING_YET,
    n: i + 1,
    receivedOn,
    room: calendar.count(receivedOn, yearEnd),
    carried: i >= mix.applications - mix.carriedOut,
    organ: organs[i] ?? mix.organ,
    channel: channels[i] as Draft['channel'],
    category: categories[i] as Draft['category'],
    consultations: [],
    remedies: [],
  }));
  giveEnds({ drafts, random }, mix);
  giveEvents({ drafts, random }, mix);
  return drafts;
}

const NOTHING_YET = {
  end: 'granted',
  ground: undefined,
  takes: LEAST,
  corrected: false,
  extended: false,
  late: false,
  loggedLate: false,
  sentBack: false,
  returned: false,
  severalItems: false,
  tooLate: null,
} as const;

/** Each name as often as it is counted. */
const spread = (counts: Readonly<Partial<Record<string, number>>>): string[] =>
  Object.entries(counts).flatMap(([name, count = 0]) => Array.from({ length: count }, () => name));

function receiptDays({ year, months }: Mix, calendar: WorkingDays, random: Random): LocalDate[] {
  return months
    .flatMap((count, month) => {
      const days = workingDaysOf(year, month + 1, calendar);
      return Array.from({ length: count }, () => random.pick(days));
    })
    .sort();
}

function workingDaysOf(year: number, month: number, calendar: WorkingDays): LocalDate[] {
  const first = localDate(`${year}-${String(month).padStart(2, '0')}-01`);
  const days = Array.from({ length: 31 }, (_, i) => addDays(first, i));
  return days.filter((day) => day.slice(0, 7) === first.slice(0, 7) && calendar.isWorkingDay(day));
}

/** Gives something to so many cases. @throws Error where the year has no room for them */
function give({ drafts, random }: Hand, count: number, { what, takes = 0, carriedToo = false, fits, give: change }: Gift): void {
  const hasTime = (draft: Draft): boolean => (draft.carried ? carriedToo : draft.room >= draft.takes + takes);
  const able = drafts.filter((draft) => hasTime(draft) && fits(draft));
  if (able.length < count) throw new Error(`Only ${able.length} of ${count} fit into the year: ${what}.`);
  for (const draft of random.shuffled(able).slice(0, count)) {
    draft.takes += takes;
    change(draft);
  }
}

const CORRECTION = 22;
const ABANDONMENT = 27;
const WITHDRAWAL = 6;

/** Ends that take time come first; what they leave is open to all others. */
const END_TAKES: Readonly<Partial<Record<End, number>>> = {
  abandoned_correction: ABANDONMENT,
  still_unclear: CORRECTION,
  withdrawn: WITHDRAWAL,
};

function giveEnds(hand: Hand, { outcomes, refusals }: Mix): void {
  const free = new Set(hand.drafts);
  const settle = (count: number, what: string, change: Partial<Draft>, takes = 0): void =>
    give(hand, count, {
      what,
      takes,
      fits: (draft) => free.has(draft),
      give: (draft) => {
        free.delete(draft);
        Object.assign(draft, change);
      },
    });
  const slowestFirst = entriesOf(outcomes).sort(([a], [b]) => (END_TAKES[b] ?? 0) - (END_TAKES[a] ?? 0));
  for (const [end, count] of slowestFirst) settle(count, end, { end, corrected: end === 'still_unclear' }, END_TAKES[end]);
  for (const [ground, count] of entriesOf(refusals)) settle(count, ground, { end: 'refused', ground });
  for (const draft of free) draft.end = hand.random.pick(['granted', 'granted', 'partly_granted', 'not_existing']);
}

/** Ends with a reply. */
export const isAnswered = ({ end }: Draft): boolean => end !== 'withdrawn' && end !== 'abandoned_correction';
const GIVES_OUT: readonly Draft['end'][] = ['granted', 'partly_granted', 'refused'];
const isAsking = ({ end, consultations }: Draft): boolean => GIVES_OUT.includes(end) && consultations.length < 2;

const CONSULTATION = 27;
const EXTENSION = 18;
const LATENESS = 20;
const DETOUR = 4;
const REMEDY = 95;

function giveEvents(hand: Hand, { events, outcomes }: Mix): void {
  const correctedAlready = outcomes.still_unclear ?? 0;
  give(hand, Math.max(0, events.corrected - correctedAlready), {
    what: 'corrected',
    carriedToo: true,
    takes: CORRECTION,
    fits: (draft) => isAnswered(draft) && !draft.corrected,
    give: (draft) => (draft.corrected = true),
  });
  giveConsultations(hand, events);
  give(hand, events.extended, {
    what: 'extended',
    carriedToo: true,
    takes: EXTENSION,
    fits: isAnswered,
    give: (draft) => (draft.extended = true),
  });
  giveLateness(hand, events);
  const mark = (what: 'loggedLate' | 'sentBack' | 'returned' | 'severalItems', count: number): void =>
    give(hand, count, { what, carriedToo: true, fits: isAnswered, give: (draft) => (draft[what] = true) });
  mark('loggedLate', events.loggedLate);
  mark('sentBack', events.sentBack);
  mark('returned', events.returned);
  mark('severalItems', events.severalItems);
  giveRemedies(hand, events);
}

type Asked = Draft['consultations'][number];

function giveConsultations(hand: Hand, events: Mix['events']): void {
  const ask = (
    what: string,
    count: number,
    kind: ConsultationKind,
    { fits = () => true, ...more }: Partial<Omit<Asked, 'kind'>> & { readonly fits?: (draft: Draft) => boolean } = {},
  ): void =>
    give(hand, count, {
      what,
      carriedToo: true,
      takes: CONSULTATION,
      fits: (draft) => isAsking(draft) && fits(draft),
      give: (draft) => draft.consultations.push({ kind, answer: 'agree', overridden: false, ...more }),
    });
  // Who objects is heeded, or the public interest is found to outweigh it (REG 32); who is refused for a third party's sake was asked.
  const { objecting, overridden, third_party: asked } = events;
  const refusal = { answer: 'refuse' } as const;
  ask('overridden', overridden, 'third_party', { ...refusal, overridden: true, fits: ({ end }) => end === 'granted' });
  ask('objecting', objecting - overridden, 'third_party', { ...refusal, fits: isHeeding });
  ask('third_party', asked - objecting, 'third_party');
  for (const kind of ['joint_organ', 'other_organ', 'secrecy_authority'] as const) ask(kind, events[kind], kind);
  const agreeing = ({ consultations }: Draft): Asked | undefined =>
    consultations.find(({ answer, kind }) => answer === 'agree' && kind !== 'secrecy_authority');
  give(hand, events.silent, {
    what: 'silent',
    carriedToo: true,
    fits: (draft) => agreeing(draft) !== undefined,
    give: (draft) => Object.assign(agreeing(draft) ?? {}, { answer: null }),
  });
}

/** Withholds for a third party's sake, wholly or in part. */
const isHeeding = ({ end, ground }: Draft): boolean =>
  end === 'partly_granted' || (end === 'refused' && ground === 'third_party_rights');

function giveLateness(hand: Hand, { late, extensionTooLate, correctionTooLate }: Mix['events']): void {
  give(hand, late, {
    what: 'late',
    takes: LATENESS,
    fits: (draft) => isAnswered(draft) && !draft.extended,
    give: (draft) => (draft.late = true),
  });
  give(hand, extensionTooLate, {
    what: 'extensionTooLate',
    fits: (draft) => draft.late,
    give: (draft) => (draft.tooLate = 'extension'),
  });
  give(hand, correctionTooLate, {
    what: 'correctionTooLate',
    takes: DETOUR,
    fits: (draft) => isAnswered(draft) && !draft.corrected && draft.tooLate === null,
    give: (draft) => (draft.tooLate = 'correction'),
  });
}

function giveRemedies(hand: Hand, events: Mix['events']): void {
  const isFree = (draft: Draft): boolean => isAnswered(draft) && draft.remedies.length === 0;
  const bring = (remedy: Draft['remedies'][number], count: number): void =>
    give(hand, count, {
      what: remedy.kind,
      takes: remedy.kind === 'complaint' ? CORRECTION : REMEDY,
      fits: isFree,
      give: (draft) => draft.remedies.push({ ...remedy, after: hand.random.int(4, 20) }),
    });
  bring({ kind: 'complaint', after: 0, result: 'answered' }, events.complaint);
  for (const [result, count] of entriesOf(events.reconsideration)) bring({ kind: 'reconsideration', after: 0, result }, count);
  for (const [result, count] of entriesOf(events.litigation)) bring({ kind: 'litigation', after: 0, result }, count);
}

const entriesOf = <K extends string>(counts: Readonly<Partial<Record<K, number>>>): [K, number][] =>
  (Object.entries(counts) as [K, number | undefined][]).map(([name, count]) => [name, count ?? 0]);

/** Calendar days from New Year. */
export const dayOfYear = (day: LocalDate): number => dayNumber(day) - dayNumber(localDate(`${day.slice(0, 4)}-01-01`));

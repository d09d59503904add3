import { isLocalDate } from '@gongkai/calendar';
import {
  articleText,
  optionTexts,
  ownTexts,
  SuitOrder,
  suitOrderArticles,
  type GroundsView,
  type JournalEntryView,
  type Text,
} from '@gongkai/contracts';
import { dayWords, type DayWords } from '../../i18n/days.js';
import { currentLanguage, isKey, say } from '../../i18n/i18n.js';
import { shortPrint } from '../../parts/short-print.js';
import { contactWords } from '../../intake/use-contact-words.js';
import { placesOf } from '../consulted-items.js';
import { knownArticle } from '../known-article.js';
import { arrivalWords } from './arrival-words.js';
import { wentOut, type HistoryCase } from './events.js';

/** What a person reads of one fact: what happened, and the particulars. */
export type FactWords = { readonly title: string; readonly particulars: readonly string[] };

type Fact = JournalEntryView['fact'];
type Telling = {
  readonly view: HistoryCase;
  readonly grounds: GroundsView | undefined;
  readonly days: DayWords;
  readonly fact: Fact;
  /** What the particulars are told after. */
  readonly title: string;
};
type Tell = (value: unknown, telling: Telling) => string | null;

const text: Tell = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);
/** What a form offers has words in every language; what was typed freely stays. */
const offered: Tell = (value) => (typeof value === 'string' ? (ownWords(value) ?? contactWords(say('intake'))(value)) : null);
/** What the portal writes down of an act of the applicant. */
const ownWords = (value: string): string | undefined =>
  Object.values(ownTexts).find((said) => said['zh-CN'] === value)?.[currentLanguage()];
const day: Tell = (value, { days }) => (typeof value === 'string' ? days.listed(value) : null);

/** Fields that say something to a person, in the order they are told; ids are told as what they name. */
const TOLD: Readonly<Record<string, Tell>> = {
  receipt: (value, { days }) => arrivalWords(value, days),
  itemId: (id, { view }) => {
    const index = view.items.findIndex((item) => item.id === id);
    if (index >= 0) return String(index + 1);
    return [...view.withdrawnItems, ...view.itemsElsewhere].find((item) => item.id === id)?.description ?? null;
  },
  itemIds: (ids, { view }) => (Array.isArray(ids) ? placesOf(view, ids as readonly string[]) : null),
  consultationId: (id, { view }) => view.consultations.find((one) => one.id === id)?.party ?? null,
  // Who asks names the unit beside it.
  requestId: (id, { view, fact }) => ('unit' in fact ? null : (view.unitRequests.find((one) => one.id === id)?.unit ?? null)),
  noticeId: (id, { view, title, fact, days }) => {
    const notice = view.notices.find((one) => one.id === id);
    if (notice === undefined) return null;
    const kind = say('terms')(`notice.${notice.kind}`);
    const vain = 'how' in fact ? overtaken(notice, days) : '';
    return [title.toLowerCase().includes(kind.toLowerCase()) ? '' : kind, notice.number, vain].filter(Boolean).join(' ') || null;
  },
  assignee: (id, { view }) => (typeof id === 'string' ? (view.people[id] ?? null) : null),
  actingFor: (id, { view, fact: { delegatedOn }, days }) => {
    if (typeof id !== 'string') return null;
    const name = view.people[id] ?? '';
    return typeof delegatedOn === 'string'
      ? say('history')('told.for.since', { name, day: days.listed(delegatedOn) })
      : say('history')('told.for', { name });
  },
  standingInFor: (id, { view }) => (typeof id === 'string' ? say('history')('told.for', { name: view.people[id] ?? '' }) : null),
  party: text,
  opinion: (value) => termOf('opinion', value),
  code: (code, { grounds }) => nameIn(grounds?.decisions, code),
  ground: (ground, { grounds }) => nameIn(grounds?.grounds, ground),
  article: (value, { grounds }) =>
    typeof value === 'string' ? articleText(knownArticle(value, grounds), currentLanguage()) : null,
  otherOrgan: text,
  edition: (_edition, { fact, view }) => calendarChange(fact, view),
  earlierReply: text,
  earlierNumber: text,
  earlierDay: day,
  unit: text,
  person: (id, { view }) => (typeof id === 'string' ? (view.people[id] ?? null) : null),
  task: text,
  answer: (value) => option('answer', value) ?? text(value, NOTHING),
  mode: (value) => option('mode', value),
  postedOn: day,
  carrier: text,
  trackingNumber: text,
  signedBy: text,
  throughOrgan: text,
  witness: text,
  agreedTo: text,
  agreedOn: day,
  addressFrom: text,
  unproven: text,
  unkept: text,
  particulars: text,
  differs: text,
  publishedIn: text,
  cameIn: (value) => (value === true ? say('history')('told.cameIn') : null),
  turnedUp: (value) => (value === true ? say('history')('told.turnedUp') : null),
  mailFailed: (value) => (value === true ? say('history')('told.mailFailed') : null),
  redactionChecked: (value) => (value === true ? say('history')('told.redactionChecked') : null),
  inError: (value) => (value === true ? say('history')('told.inError') : null),
  otherAddress: (value) => (value === true ? say('history')('told.otherAddress') : null),
  untraceable: (value) => (value === true ? say('history')('told.untraceable') : null),
  line: (value) => option('line', value),
  sought: text,
  unchanged: text,
  enteredLate: (value) => (value === true ? say('history')('told.entered-late') : null),
  orderKind: (value) => orderKind(value),
  orderId: (id, { view, fact }) => ('demand' in fact ? null : orderOf(id, view)),
  demand: text,
  remark: text,
  workingDays: text,
  until: day,
  confirmedBy: text,
  confirmedHow: offered,
  how: offered,
  where: text,
  words: text,
  searchedBy: text,
  result: (value) => option('result', value) ?? offered(value, NOTHING),
  missing: text,
  period: (value, { fact }) => (typeof value === 'number' ? say('history')(`told.period.${unitOf(fact)}`, { value }) : null),
  finding: text,
  itemsBefore: text,
  countedOtherwise: text,
  itemsNow: text,
  pages: text,
  paidBefore: text,
  amount: text,
  requestsThisMonth: text,
  itemsThisMonth: text,
  requestsThisYear: text,
  threshold: text,
  similar: text,
  reason: text,
  facts: text,
  recordIds: (ids) => (Array.isArray(ids) ? ids.map((id) => shortPrint(String(id))).join(' ') : null),
  reasons: text,
  harm: text,
  severability: text,
  unasked: text,
  unlikeFound: text,
  searched: (value) => option('searched', value),
  publicInterest: text,
  content: text,
  grounds: text,
  organ: text,
  court: text,
  outOfOrder: (value) => {
    const order = SuitOrder.safeParse(value).data;
    if (order === undefined) return null;
    return say('remedies')(`did.${order}`, { article: articleText(suitOrderArticles[order], currentLanguage()) });
  },
  number: text,
  address: text,
  text,
  suggestion: (value) => (typeof value === 'object' && value !== null ? suggested(value) : null),
  check: (value) => (isBilingual(value) ? value[currentLanguage() === 'en' ? 'en' : 'zh'] : null),
  lateReason: text,
  original: text,
  originalPages: text,
  originalPlace: text,
  attribute: (value) => termOf('attribute', value),
  attributeReason: text,
  note: offered,
};

/** By which notice the calendar of a year is another now, and who imported it or took it back. */
function calendarChange({ year, notice, reverted, organ, changedBy }: Fact, { people }: HistoryCase): string {
  const name = people[String(changedBy)] ?? '';
  const words = say('history');
  const of = organ === undefined ? '' : words('told.calendar.organ', { organ: (organ as Text)[currentLanguage()] });
  const told = reverted === true ? 'told.calendar.reverted' : 'told.calendar';
  return words(told, { name, year: String(year), notice: String(notice), of }).trim();
}

/** Which order it is, by its kind. */
const orderOf = (id: unknown, { orders }: HistoryCase): string | null => orderKind(orders.find((one) => one.id === id)?.kind);

function orderKind(kind: unknown): string | null {
  const key = `orderKind.${String(kind)}`;
  return isKey('terms', key) ? say('terms')(key) : null;
}

/** Of a fee notice that was served: that nothing is to be paid on it, and why. */
const overtaken = ({ overtakenOn }: HistoryCase['notices'][number], { listed }: DayWords): string =>
  overtakenOn === undefined ? '' : say('history')('told.overtaken', { day: listed(overtakenOn) });

const suggested = ({ reason }: { readonly reason?: string }): string =>
  reason === undefined ? say('history')('told.suggested') : say('history')('told.suggested.why', { reason });

/** What is kept in both languages: the words of an item as it was ticked. */
const isBilingual = (value: unknown): value is { readonly zh: string; readonly en: string } =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

const unitOf = ({ periodUnit }: Fact): 'working_day' | 'calendar_day' =>
  periodUnit === 'calendar_day' ? 'calendar_day' : 'working_day';

const NOTHING: Telling = {
  view: {
    items: [],
    withdrawnItems: [],
    itemsElsewhere: [],
    unitRequests: [],
    orders: [],
    consultations: [],
    notices: [],
    people: {},
  },
  grounds: undefined,
  days: dayWords['zh-CN'],
  fact: {},
  title: '',
};

function nameIn(named: Readonly<Record<string, { readonly name: string }>> | undefined, key: unknown): string | null {
  return typeof key === 'string' ? (named?.[key]?.name ?? key) : null;
}

function option(field: string, value: unknown): string | null {
  const key = `option.${field}.${String(value)}`;
  return isKey('step', key) ? say('step')(key) : null;
}

function termOf(field: string, value: unknown): string | null {
  const key = `${field}.${String(value)}`;
  return isKey('terms', key) ? say('terms')(key) : null;
}

/** A fact in the words of an office; one of a type that is not known yet says its name and what it holds. */
export function factWords(entry: JournalEntryView, view: HistoryCase, grounds: GroundsView | undefined): FactWords {
  const title = titleOf(entry);
  const telling: Telling = { view, grounds, days: dayWords[currentLanguage()], fact: entry.fact, title };
  return { title, particulars: particularsOf(entry.fact, telling) };
}

/** Entries that are called otherwise than most of their type, by what they tell. */
const OWN_TITLE = [
  [({ fact }) => fact.done === false, 'fact.TICKED.undone'],
  [({ fact }) => fact.takenBack === true, 'fact.LINE_INAPPLICABLE.undone'],
  [({ fact }) => fact.follows !== undefined, 'fact.FACT_CORRECTED.follows'],
  // What was drawn in the place of a file that was brought is the letter, and no stamped copy of it.
  [({ type, fact }) => type === 'STAMPED_ADDED' && fact.drawn !== undefined, 'fact.STAMPED_ADDED.drawn'],
] as const satisfies readonly (readonly [(entry: JournalEntryView) => boolean, string])[];

function titleOf(entry: JournalEntryView): string {
  const key = `fact.${entry.type}`;
  const sent = `${key}.sent`;
  if (wentOut(entry) && isKey('history', sent)) return say('history')(sent);
  const [, own] = OWN_TITLE.find(([tells]) => tells(entry)) ?? [];
  if (own !== undefined) return say('history')(own);
  return isKey('history', key) ? say('history')(key) : say('history')('fact.unknown', { type: entry.type });
}

/** Numbers that say nothing without their unit. */
const COUNTED: ReadonlySet<string> = new Set(['amount', 'paidBefore', 'workingDays', 'pages', 'itemsNow', 'itemsBefore']);

/** What one field of a fact says to a person; null where it says nothing. */
export function saidOf(field: string, value: unknown, telling: Omit<Telling, 'days' | 'title'>): string | null {
  const days = dayWords[currentLanguage()];
  if (isLocalDate(value)) return days.full(value);
  if (typeof value === 'boolean') return yesOrNo(field, value);
  const told = TOLD[field]?.(value, { ...telling, days, title: '' }) ?? chosen(field, value) ?? text(value, NOTHING);
  return told === null ? null : withUnit(field, told);
}

function withUnit(field: string, value: string): string {
  const counted = `told.${field}`;
  return COUNTED.has(field) && isKey('history', counted) ? say('history')(counted, { value }) : value;
}

const yesOrNo = (field: string, value: boolean): string =>
  field === 'done'
    ? say('history')(value ? 'changed.ticked' : 'changed.unticked')
    : say('history')(value ? 'changed.yes' : 'changed.no');

/** One of what the law or a form offers. */
function chosen(field: string, value: unknown): string | null {
  const offers: Readonly<Record<string, Readonly<Record<string, Text>>>> = optionTexts;
  return offers[field]?.[String(value)]?.[currentLanguage()] ?? null;
}

/** What an id that is told before may have said already: the party of a consultation, the number of its letter. */
const SAID_BY_ID: ReadonlySet<string> = new Set(['party', 'number']);

function particularsOf(fact: Fact, telling: Telling): string[] {
  const told = Object.entries(TOLD).flatMap(([field, tell]) => {
    const value = fact[field];
    const said = value === undefined || value === null ? null : tell(value, telling);
    return said === null ? [] : [{ field, said, label: `told.${field}` }];
  });
  return told
    .filter(({ field, said }, i) => !(SAID_BY_ID.has(field) && told.some((other, j) => j < i && other.said.includes(said))))
    .map(({ said, label }) => (isKey('history', label) ? say('history')(label, { value: said }) : said));
}

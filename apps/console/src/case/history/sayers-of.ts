import type { JournalEntryView } from '@gongkai/contracts';

type Entry = Pick<JournalEntryView, 'seq' | 'type' | 'fact'>;

/** Which earlier facts an entry speaks after, what all of them have to be about, and what each says anew. */
type Rule = {
  readonly types: readonly string[];
  readonly about?: string;
  readonly fields: readonly string[];
  /** What it leaves out is said no more; else it stands. */
  readonly isWhole?: true;
  /** An order to act anew ends nothing of it. */
  readonly lasts?: true;
};

const HELD = ['ASSIGNED', 'CLAIMED', 'HANDED_BACK'];
const SAY_ATTRIBUTE = ['REVIEW_SUBMITTED', 'REVIEW_PASSED', 'SUBMITTED_FOR_APPROVAL', 'REPLY_SIGNED'];
const DECIDED = ['code', 'ground', 'article', 'facts', 'recordIds', 'reasons', 'harm', 'severability', 'otherOrgan'];
const REPEATED = ['earlierNumber', 'earlierDay', 'earlierReply'];
const CHARGED = ['basis', 'itemsBefore', 'itemsNow', 'pages', 'amount'];

const each = (types: readonly string[], rule: Rule): Readonly<Record<string, Rule>> =>
  Object.fromEntries(types.map((type) => [type, rule]));

const RULES: Readonly<Record<string, Rule>> = {
  ITEM_DECIDED: { types: ['ITEM_DECIDED'], about: 'itemId', fields: [...DECIDED, ...REPEATED], isWhole: true },
  ...each(HELD, { types: HELD, fields: ['assignee'], isWhole: true, lasts: true }),
  ...each(SAY_ATTRIBUTE, { types: SAY_ATTRIBUTE, fields: ['attribute', 'attributeReason'] }),
  FEE_NOTICE_MADE: { types: ['FEE_NOTICE_MADE'], fields: CHARGED, isWhole: true },
  FEE_LIFTED: { types: ['FEE_NOTICE_MADE'], fields: ['amount'], isWhole: true },
  EXTENSION: { types: ['EXTENSION_PROPOSED'], fields: ['workingDays'] },
  DELAY_SET: { types: ['DELAY_SET'], fields: ['until'] },
  ORDER_REPEATED: { types: ['ORDER_ISSUED', 'ORDER_REPEATED'], about: 'orderId', fields: ['demand', 'workingDays'], lasts: true },
  REMEDY_UPDATED: { types: ['REMEDY_UPDATED'], about: 'remedyId', fields: ['hearingOn', 'hearingPlace'], lasts: true },
  LINE_INAPPLICABLE: { types: ['LINE_INAPPLICABLE'], about: 'line', fields: ['reason', 'takenBack'], lasts: true, isWhole: true },
  TICKED: { types: ['TICKED'], about: 'item', fields: ['done'], lasts: true },
};

const NOTHING: Rule = { types: [], fields: [] };

/** What an entry may say anew, and the earlier ones that said it, oldest first; a new round begins with nothing. */
export function sayersOf<E extends Entry>(
  { seq, type, fact }: Entry,
  journal: readonly E[],
): Pick<Rule, 'fields' | 'isWhole'> & { readonly entries: readonly E[] } {
  const { types, about, lasts, ...rule } = RULES[type] ?? NOTHING;
  const earlier = journal.filter((entry) => entry.seq < seq);
  const round = earlier.findLastIndex((entry) => entry.type === 'ROUND_ORDERED');
  const entries = earlier
    .slice(lasts === true ? 0 : round + 1)
    .filter((entry) => types.includes(entry.type) && (about === undefined || entry.fact[about] === fact[about]));
  return { ...rule, entries };
}

import { attributeTexts, roleTexts, type ApprovalStep } from '@gongkai/contracts';
import {
  actingForOf,
  delegatedOnOf,
  stepsOfChain,
  type FactOf,
  type FactType,
  type JournalFact,
  type ReplyAttribute,
} from '@gongkai/lifecycle';
import type { Values } from '../content/places.js';
import { dayText, ordinal } from './days.js';
import { ofThisRound, type Telling } from './telling.js';

/** What the approval sheet tells of the reply beside its steps: who drafted it, and to whom it may be given. */
export function replyValues({ matter: { head, reckoned } }: Telling): Values {
  const { attribute, submittedBy } = reckoned.now.file.round.reply;
  return {
    'reply.drafter': head.people[submittedBy ?? ''] ?? head.assignee?.name,
    'reply.proposed': saidOf(attribute.proposed),
    'reply.opined': saidOf(attribute.opined),
    'reply.fixed': saidOf(attribute.fixed),
  };
}

/** To whom it may be given, with the reason. */
function saidOf(said: ReplyAttribute[keyof ReplyAttribute]): string | undefined {
  if (said === null) return undefined;
  const name = attributeTexts[said.attribute]['zh-CN'];
  return said.reason === undefined ? name : `${name}（${said.reason}）`;
}

/** Who said what of the draft, oldest first, and below it, to be signed by hand, what is still open; of the present round. */
export function signOffOf(telling: Telling): readonly Values[] {
  const { reckoned } = telling.matter;
  const sheet: Sheet = { telling, steps: stepsOfChain(null), given: 0 };
  const rows = ofThisRound(telling.matter).flatMap((entry) => rowOf(entry, sheet) ?? []);
  const { reply } = reckoned.now.file.round;
  if (reply.signedOn !== null) return rows;
  const owed = reply.legal.asked && reply.legal.review === null ? [telling.words.signOff.legal] : [];
  const steps = reply.approvedBy === null ? stepsOfChain(reply.chain).slice(reply.approvals.length) : [];
  const open = [...owed, ...steps.map((step) => nameOfStep(step, telling)), telling.words.signOff.signed];
  return [...rows, ...open.map((step): Values => ({ 'signOff.step': step }))];
}

/** The chain of the draft under way, and how many of its steps have been taken. */
type Sheet = { readonly telling: Telling; steps: readonly ApprovalStep[]; given: number };

function rowOf({ fact, actorId, today }: JournalFact, sheet: Sheet): Values | null {
  const said = (SAYINGS[fact.type] as Says<FactType> | undefined)?.(fact, sheet);
  if (said === undefined) return null;
  const { people } = sheet.telling.matter.head;
  const [step, opinion] = said;
  return {
    'signOff.step': step,
    'signOff.by': signerOf(fact, people[actorId] ?? '', sheet.telling),
    'signOff.opinion': [opinion, reasonOf(fact)].filter((part) => part !== '').join('：'),
    'signOff.on': dayText('on' in fact ? fact.on : today),
  };
}

const reasonOf = (fact: JournalFact['fact']): string => ('reason' in fact ? (fact.reason ?? '') : '');

/** In whose place, and when that was delegated. */
function signerOf(fact: JournalFact['fact'], by: string, { words, matter: { head } }: Telling): string {
  const of = actingForOf(fact);
  if (of === null) return by;
  const on = dayText(delegatedOnOf(fact));
  const { inPlaceOf, delegated } = words.signOff;
  return (on === undefined ? inPlaceOf : delegated.replace('{on}', on))
    .replace('{by}', by)
    .replace('{of}', head.people[of] ?? '');
}

type Saying = readonly [step: string, opinion: string];

type Says<T extends FactType> = (fact: FactOf<T>, sheet: Sheet) => Saying;

/** Which step an entry is, and what was said with it; others are none. */
const SAYINGS: { readonly [T in FactType]?: Says<T> } = {
  SUBMITTED_FOR_APPROVAL: ({ chain = null }, sheet) => {
    Object.assign(sheet, { steps: stepsOfChain(chain), given: 0 });
    return [sheet.telling.words.signOff.submitted, ''];
  },
  REVIEW_PASSED: (fact, sheet) => reviewed(fact, 'agrees', sheet, seenOf(fact)),
  REVIEW_BLOCKED: (fact, sheet) => reviewed(fact, 'objects', sheet),
  LEGAL_REVIEW_PASSED: ({ opinion }, { telling: { words } }) => [words.signOff.legal, words.signOff[opinion]],
  LEGAL_REVIEW_OBJECTED: (_, { telling: { words } }) => [words.signOff.legal, words.signOff.objects],
  APPROVAL_GIVEN: (_, sheet) => approved(sheet),
  APPROVED: (_, sheet) => approved(sheet),
  SENT_BACK: (_, sheet) => [stepNow(sheet), sheet.telling.words.signOff.back],
  REPLY_SIGNED: (_, { telling: { words } }) => [words.signOff.signed, words.signOff.agrees],
};

/** The original that was passed where no file was: by its title, its pages and where it lies (REG 17). */
export const seenOf = ({ original, originalPages, originalPlace }: FactOf<'REVIEW_PASSED' | 'REVIEW_SUBMITTED'>): string =>
  original === undefined ? '' : `（${[original, originalPages, originalPlace].filter(Boolean).join('，')}）`;

type Reviewed = { readonly itemId: string };

function reviewed({ itemId }: Reviewed, found: 'agrees' | 'objects', sheet: Sheet, seen = ''): Saying {
  const { signOff } = sheet.telling.words;
  return [signOff.reviewed, `${itemOf(itemId, sheet)}${signOff[found]}${seen}`];
}

function approved(sheet: Sheet): Saying {
  const step = stepNow(sheet);
  sheet.given += 1;
  return [step, sheet.telling.words.signOff.agrees];
}

/** Once all have approved, it is the last one who signs or sends back. */
const stepNow = ({ steps, given, telling }: Sheet): string => nameOfStep(steps[given] ?? steps.at(-1) ?? 'approver', telling);

const nameOfStep = (step: ApprovalStep, { words }: Telling): string =>
  step === 'approver' ? words.signOff.approver : roleTexts[step]['zh-CN'];

function itemOf(id: string, { telling }: Sheet): string {
  const { items } = telling.matter.reckoned.now.file;
  const no = items.findIndex((item) => item.id === id);
  return items.length < 2 || no < 0 ? '' : telling.words.signOff.item.replace('{n}', ordinal(no + 1));
}

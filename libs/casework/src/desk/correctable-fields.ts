import { isLocalDate, type LocalDate } from '@gongkai/calendar';
import {
  commandSchemas,
  Day,
  fieldProblemsOf,
  NewApplication,
  ReceiptWithEvidence,
  Refusal,
  type CommandType,
  type FieldCode,
  type FieldProblem,
} from '@gongkai/contracts';
import { factTypesOf, type CaseFact, type FactType } from '@gongkai/lifecycle';
import { z } from 'zod';
import { arrivalProblems } from './arrival-days.js';

type Shape = Readonly<Record<string, z.ZodType>>;
type Said = Readonly<Record<string, unknown>>;

/** What a fact is about cannot be corrected, only what it says. */
const FIXED: ReadonlySet<string> = new Set([
  ...[
    'type',
    'cause',
    'noticeId',
    'consultationId',
    'itemId',
    'itemIds',
    'remedyId',
    'intoCaseId',
    'caseId',
    'entryId',
    'fileIds',
  ],
  ...['earlierCaseId', 'draft', 'requestId', 'person'],
  ...['redactionChecked', 'mailFailed', 'turnedUp'],
  ...['original', 'originalPages', 'originalPlace', 'recordIds'],
  // Who appears, and where who is asked is reached, is told anew: names, addresses and telephones are no facts.
  ...['actAnew', 'afterReconsideration', 'appearing', 'partyAddress', 'partyPhone'],
]);

/** Facts that can only be undone by another step, and those that time alone has made true. */
const UNCORRECTABLE: ReadonlySet<FactType> = new Set<FactType>([
  ...([
    'FACT_CORRECTED',
    'FACT_CONFIRMED',
    'FACT_RESTORED',
    'PAPER_SENT_BACK',
    'SPLIT',
    'MERGED',
    'VOIDED',
    'ASSIGNED',
    'CLAIMED',
    'HANDED_BACK',
    'AGENT_CHANGED',
    'PARTY_CONTACT_CHANGED',
    'CONSULTATION_TAKEN_BACK',
    'TICKED',
    'LINE_INAPPLICABLE',
    'ORDER_ISSUED',
    'ORDER_ANSWERED',
    'ORDER_REPEATED',
    'ORDER_CLOSED',
  ] as const),
  ...(['CONSULTATION_ANSWER_CAME', 'CONSULTATION_ANSWER_DISMISSED'] as const),
  ...(['CONSULTATION_LAPSED', 'CORRECTION_PERIOD_OVER', 'FEE_PERIOD_OVER', 'PUBLIC_NOTICE_SERVED', 'CALENDAR_CHANGED'] as const),
]);

export const isCorrectable = (type: FactType): boolean => !UNCORRECTABLE.has(type);

/** What a fact says that its own step does not: it was logged, or proposed by another step. */
const FROM_ELSEWHERE: Readonly<Partial<Record<FactType, Shape>>> = {
  APPLICATION_RECEIVED: NewApplication.pick({ receipt: true, wantedForm: true, delivery: true, lateReason: true }).shape,
  EXTENSION: commandSchemas.proposeExtension.pick({ workingDays: true }).shape,
};

/** The fields of the steps that can have said it. */
function shapeOf(type: FactType): Shape {
  const steps = (Object.keys(commandSchemas) as CommandType[]).filter((step) =>
    (factTypesOf[step] as readonly FactType[]).includes(type),
  );
  return [...steps.map((step): Shape => commandSchemas[step].shape), FROM_ELSEWHERE[type] ?? {}].reduce(joined, {});
}

/** The fields of both; one that each of them reads differently is either's. */
function joined(one: Shape, other: Shape): Shape {
  const fields = Object.entries(other).map(([name, field]): [string, z.ZodType] => {
    const known = one[name];
    return [name, known === undefined || known === field ? field : z.union([known, field])];
  });
  return { ...one, ...Object.fromEntries(fields) };
}

/** A day is corrected to another day: one that is not known yet is told by the step that makes it. */
export const isDayName = (name: string): boolean => /^(on|until)$|On$/.test(name);

/** What a step may leave to the office's rules, and its fact always says. */
const ALWAYS_SAID: ReadonlySet<string> = new Set(['period', 'periodUnit', 'final', 'retention', 'amount']);

/**
 * What may be corrected of a fact: what its step can say, and of the days those it has told. The day of typing is never wrong, and how
 * an application came is corrected in the case that it was taken out of.
 */
const optionsOf = (said: Said, shape: Shape): string[] =>
  Object.keys(shape).filter(
    (name) =>
      !FIXED.has(name) && (!isDayName(name) || isLocalDate(said[name])) && (name !== 'receipt' || said.splitFrom === undefined),
  );

/** That a letter left, or that it was served or published, may have been written down too soon: the truth is a later day then. */
const OUT_OF_HAND: ReadonlySet<FactType> = new Set<FactType>([...factTypesOf.recordService, ...factTypesOf.serveByPublicNotice]);
const isOutOfHand = (type: FactType, name: string): boolean => name === 'dispatchedOn' || OUT_OF_HAND.has(type);

/** The office's day, and the day on which an entry was written down: what came in or was done had come about by then. */
export type Typed = { readonly today: LocalDate; readonly writtenOn: LocalDate };

/**
 * The corrected fields, as the step that said them would have taken them; null where an optional one is taken back.
 * @throws Refusal `invalid-request` with each field that cannot be taken
 */
export function correctedFields(said: CaseFact, fields: Said, typed: Typed): Said {
  const shape = shapeOf(said.type);
  const options = optionsOf(said, shape);
  const read = Object.entries(fields).map(([name, value]): readonly [string, Read] => {
    if (!options.includes(name)) return [name, refused('field-not-correctable', { options: options.join(', ') })];
    if (isDayName(name))
      return [name, dayOf(name, value, isOutOfHand(said.type, name) ? { ...typed, writtenOn: typed.today } : typed)];
    if (value === null && ALWAYS_SAID.has(name)) return [name, refused('required')];
    return [name, name === 'receipt' ? receiptOf(value, typed.writtenOn) : valueOf(shape[name], value)];
  });
  const problems = read.flatMap(([name, { problems: found = [] }]) =>
    found.map((problem) => ({ ...problem, path: ['fields', name, ...(problem.path ? [problem.path] : [])].join('.') })),
  );
  if (read.length === 0) problems.push({ path: 'fields', code: 'required' });
  if (problems.length > 0) throw new Refusal('invalid-request', problems);
  return Object.fromEntries(read.map(([name, { value }]) => [name, value]));
}

/** A value that can be taken, or what is wrong with it. */
type Read = { readonly value?: unknown; readonly problems?: readonly FieldProblem[] };

const refused = (code: FieldCode, facts: FieldProblem['facts'] = {}): Read => ({ problems: [{ path: '', code, facts }] });

function dayOf(name: string, value: unknown, { today, writtenOn }: Typed): Read {
  const read = valueOf(Day, value);
  if (read.problems !== undefined || name === 'until' || typeof value !== 'string') return read;
  if (value > today) return refused('future-date');
  return value > writtenOn ? refused('after-its-entry', { day: writtenOn }) : read;
}

function valueOf(schema: z.ZodType = z.never(), given: unknown): Read {
  const value = given ?? undefined;
  const read = schema.safeParse(value);
  return read.success ? { value: read.data ?? null } : { problems: fieldProblemsOf(read.error.issues, value) };
}

function receiptOf(given: unknown, writtenOn: LocalDate): Read {
  const read = ReceiptWithEvidence.safeParse(given);
  if (!read.success) return { problems: fieldProblemsOf(read.error.issues, given) };
  const problems = arrivalProblems(read.data, writtenOn).map((problem): FieldProblem =>
    problem.code === 'future-date' ? { ...problem, code: 'after-its-entry', facts: { day: writtenOn } } : problem,
  );
  return problems.length === 0 ? { value: read.data } : { problems };
}

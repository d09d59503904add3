import { z } from 'zod';
import { OTHER_DEADLINES, type OtherDeadlineName } from './other-deadlines.js';
import { parseConfig, type ConfigFinding } from './parse-config.js';

/** The deadlines of the application's own clock that ring, the arrival whose receipt is not confirmed, work that nobody takes up, what a unit was asked or a supervisor demanded, how documents fare on their way, and what an organ has to put right or to publish within the year, and the day on which a remedy is heard. */
export const CLOCK_ALARMS = [
  'finalDue',
  'correctionNoticeDeadline',
  'correctionDueFromApplicant',
  'feePaymentDue',
  'answerDue',
  'arrival',
  'unclaimed',
  'unitDue',
  'orderDue',
  'serviceProofDue',
  'serviceAgainDue',
  'rectificationDue',
  'catalogueDue',
  'hearingOn',
] as const;
/** Everything a reminder can be about. */
export type AlarmName = (typeof CLOCK_ALARMS)[number] | OtherDeadlineName;
export const ALARMS: readonly AlarmName[] = [...CLOCK_ALARMS, ...(Object.keys(OTHER_DEADLINES) as OtherDeadlineName[])];

const ROLES = ['clerk', 'caseworker', 'reviewer', 'legal', 'approver', 'supervisor', 'archivist', 'admin', 'auditor'] as const;

/** By which ways a rung reaches people outside the program. */
export const CHANNELS = ['mail', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

const Name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must consist of small letters, digits and _');
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day; write HH:MM in quotes');

const Recipient = z.strictObject({
  role: z.enum(ROLES),
  of: z.enum(['case', 'asked', 'giver', 'organ', 'organ_or_above', 'parent_organ']),
});

const Rung = z.strictObject({
  id: Name,
  /** Working days from the deadline; negative before it. */
  at: z.int().min(-250).max(250),
  /** Working days between two rings, until the next rung. */
  every: z.int().min(1).max(250).optional(),
  tell: z.array(Name).min(1),
  /** Beside the program, in which everything is told. */
  by: z.array(z.enum(CHANNELS)).default([...CHANNELS]),
  acknowledge: z.boolean().default(true),
});

const Ladder = z.strictObject({
  deadlines: z.array(z.enum(ALARMS)).min(1),
  dayOff: z.enum(['earlier', 'later']),
  rungs: z.array(Rung).min(1),
});

const RemindersFile = z.strictObject({
  id: z.string().min(1),
  recipients: z.record(Name, Recipient),
  ladders: z.record(Name, Ladder),
  quietHours: z.strictObject({ from: Clock, to: Clock, daysOff: z.enum(['quiet', 'like_working_days']) }),
  acknowledgement: z.strictObject({
    repeatAfterMinutes: z.int().min(1),
    repeats: z.int().min(0).max(100),
    then: z.literal('substitute'),
  }),
  /** Who watches a case is told of its steps in one line until it is read, or of every step. */
  watching: z.strictObject({ steps: z.enum(['collected', 'each']) }).default({ steps: 'collected' }),
  substitutes: z.array(z.enum(['named_substitute', 'same_role_same_organ', 'supervisor'])).min(1),
});

/** Who is told about which deadline, and when: `config/reminders.yaml`. */
export type ReminderLadders = z.infer<typeof RemindersFile>;
export type ReminderLadder = z.infer<typeof Ladder>;
export type ReminderRung = z.infer<typeof Rung>;
export type ReminderRecipient = z.infer<typeof Recipient>;

/**
 * Reads `config/reminders.yaml`.
 * @throws ConfigError with every problem: a deadline without a ladder or with two, rungs out of order, a recipient not listed
 */
export function parseReminderLadder(text: string, file: string): ReminderLadders {
  const checked = RemindersFile.superRefine((reminders, context) => {
    for (const { path, message } of findings(reminders)) context.addIssue({ code: 'custom', path: [...path], message });
  });
  return parseConfig(text, file, checked);
}

/** The ladder a deadline climbs. */
export function ladderFor(reminders: ReminderLadders, alarm: AlarmName): ReminderLadder {
  const ladder = Object.values(reminders.ladders).find(({ deadlines }) => deadlines.includes(alarm));
  if (!ladder) throw new RangeError(`${reminders.id} has no ladder for ${alarm}`);
  return ladder;
}

function findings({ ladders, recipients }: ReminderLadders): ConfigFinding[] {
  const named = Object.values(ladders).flatMap(({ deadlines }) => deadlines);
  const notOnce = ALARMS.flatMap((alarm) => {
    const times = named.filter((name) => name === alarm).length;
    return times === 1 ? [] : [{ path: ['ladders'], message: `must name ${alarm} once; they name it ${String(times)} times` }];
  });
  return [
    ...notOnce,
    ...Object.entries(ladders).flatMap(([name, { rungs }]) => rungFindings(rungs, recipients, ['ladders', name, 'rungs'])),
  ];
}

function rungFindings(
  rungs: readonly ReminderRung[],
  recipients: ReminderLadders['recipients'],
  path: readonly string[],
): ConfigFinding[] {
  return rungs.flatMap(({ id, at, tell }, i) => {
    const before = rungs[i - 1];
    return [
      ...(before && before.at >= at
        ? [{ path: [...path, i, 'at'], message: `must be later than ${String(before.at)}, the rung before` }]
        : []),
      ...(rungs.findIndex((rung) => rung.id === id) < i ? [{ path: [...path, i, 'id'], message: 'is given twice' }] : []),
      ...tell
        .filter((name) => !(name in recipients))
        .map((name) => ({ path: [...path, i, 'tell'], message: `names ${name}, which is no recipient` })),
    ];
  });
}

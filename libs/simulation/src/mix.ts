import { AnswerCode, APPLICANT_CATEGORIES, CHANNELS, commandSchemas, GROUNDS } from '@gongkai/contracts';
import { readConfig } from '@gongkai/platform';
import { parseConfig, type ConfigFinding } from '@gongkai/statutes';
import { z } from 'zod';

const Count = z.int().min(0);
const MONTHS = 12;

/** Ends of a case: an answer without a ground, or an end without an answer. */
const WITH_GROUND = ['refused'] as const;
const ENDS = [...AnswerCode.exclude(WITH_GROUND).options, 'withdrawn', 'abandoned_correction'] as const;

const Events = z.strictObject({
  corrected: Count,
  third_party: Count,
  joint_organ: Count.default(0),
  other_organ: Count.default(0),
  secrecy_authority: Count.default(0),
  /** Consultations that nobody answers, and third parties that object. */
  silent: Count,
  objecting: Count,
  overridden: Count,
  extended: Count,
  late: Count,
  loggedLate: Count,
  sentBack: Count,
  returned: Count,
  severalItems: Count,
  correctionTooLate: Count,
  extensionTooLate: Count,
  complaint: Count,
  reconsideration: z.partialRecord(commandSchemas.recordReconsiderationDecision.shape.result, Count),
  litigation: z.partialRecord(commandSchemas.recordJudgment.shape.result, Count),
});

const MixFile = z.strictObject({
  id: z.string().min(1),
  organ: z.string().min(1),
  year: z.int().min(2008).max(2100),
  report: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  reported: z.strictObject({ applications: Count, remediesLost: Count.optional() }),
  applications: Count,
  carriedOut: Count,
  months: z.array(Count).length(MONTHS),
  channels: z.partialRecord(z.enum(CHANNELS), Count),
  applicants: z.partialRecord(z.enum(APPLICANT_CATEGORIES), Count),
  units: z.record(z.string(), Count),
  outcomes: z.partialRecord(z.enum(ENDS), Count),
  refusals: z.partialRecord(z.enum(GROUNDS), Count),
  events: Events,
});

/** A year of an organ in figures. */
export type Mix = z.infer<typeof MixFile>;
export type End = (typeof ENDS)[number];

/**
 * Reads `config/simulations/<organ>-<year>.yaml`.
 * @throws ConfigError with every problem: a list that does not make up the whole, figures other than the report's
 */
export const parseMix = (text: string, file: string): Mix => parseConfig(text, file, MixFile, { check: sumsOf });

/** The year of an organ. @throws ConfigError when there is no such file, or it is wrong */
export const readMix = (configDir: string, organ: string, year: number): Mix =>
  readConfig(configDir, `simulations/${organ}-${year}.yaml`, parseMix);

const sum = (counts: Readonly<Partial<Record<string, number>>> | readonly number[]): number =>
  Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);

/** Results by which the organ has lost. */
const LOST: readonly string[] = ['changed', 'annulled', 'ordered', 'confirmed_illegal', 'void'];

function sumsOf(data: unknown): ConfigFinding[] {
  const read = MixFile.safeParse(data);
  if (!read.success) return [];
  const { applications, carriedOut, reported, outcomes, refusals, events, ...lists } = read.data;
  const wholes = (['months', 'channels', 'applicants', 'units'] as const).map(
    (name) => [name, sum(lists[name]), applications] as const,
  );
  const results = [...Object.entries(events.reconsideration), ...Object.entries(events.litigation)];
  const lost = results.reduce((total, [result, count]) => total + (LOST.includes(result) ? count : 0), 0);
  return [
    ...wholes,
    ['outcomes', sum(outcomes) + sum(refusals), applications - carriedOut] as const,
    ['applications', applications, reported.applications] as const,
    ['events', lost, reported.remediesLost ?? lost] as const,
  ].flatMap(([name, is, has]) => (is === has ? [] : [{ path: [name], message: `must make ${has}, not ${is}` }]));
}

import { CONSULTATION_KINDS, LEGAL_CATEGORIES } from '@gongkai/contracts';
import { readConfig } from '@gongkai/platform';
import { parseConfig } from '@gongkai/statutes';
import { z } from 'zod';

/** A list of characters, written as one text. */
const Characters = z
  .string()
  .min(1)
  .max(400)
  .transform((text) => Array.from(text));
const Line = z.string().trim().min(1).max(200);
const Lines = z.array(Line).min(1);

function linesOf<K extends string>(names: readonly K[]): Record<K, typeof Lines> {
  return Object.fromEntries(names.map((name) => [name, Lines])) as Record<K, typeof Lines>;
}

/** What officers write in a simulated case. */
const SAYINGS = [
  'otherOrgans',
  'locations',
  'earlierReplies',
  'missing',
  'corrected',
  'searchedIn',
  'refusals',
  'reasons',
  'excesses',
  'explanations',
  'facts',
  'harms',
  'severability',
  'unasked',
  'otherRules',
  'extensions',
  'lateLogging',
  'attempts',
  'returns',
  'sentBacks',
  'withdrawals',
  'complaints',
  'overrides',
] as const;
export type Saying = (typeof SAYINGS)[number];

const WordsFile = z.strictObject({
  people: z.strictObject({ surnames: Characters, given: Characters, streets: Lines }),
  names: z.strictObject(linesOf(LEGAL_CATEGORIES)),
  places: Lines,
  /** `general`, and others by the code of an organ. */
  topics: z.object({ general: Lines }).catchall(Lines),
  consulted: z.strictObject(linesOf(CONSULTATION_KINDS)),
  ...linesOf(SAYINGS),
});
export type Words = z.infer<typeof WordsFile>;

/** Reads `config/simulations/words.yaml`. @throws ConfigError with every problem of the file */
export const parseWords = (text: string, file: string): Words => parseConfig(text, file, WordsFile);

/** The words that fictitious applications are made of. @throws ConfigError when the file is missing or wrong */
export const readWords = (configDir: string): Words => readConfig(configDir, 'simulations/words.yaml', parseWords);

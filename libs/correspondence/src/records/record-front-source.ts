import { RECORD_OUTCOMES } from '@gongkai/contracts';
import { readConfig, type ConfigKind } from '@gongkai/platform';
import { parseConfig } from '@gongkai/statutes';
import { z } from 'zod';

const Line = z.string().trim().min(1);
const labels = <T extends string>(...names: readonly T[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, Line])) as Record<T, typeof Line>);
/** A table: its heading, and so many columns. */
const table = (columns: number) => z.strictObject({ heading: Line, head: z.array(Line).length(columns) });

/** The words of what stands before the papers of a request to correct a record, in Chinese as every paper. */
const RecordFrontSource = z.strictObject({
  article: Line,
  title: Line,
  number: Line,
  facts: labels(
    ...(['organ', 'applicant', 'agent', 'receivedOn', 'record', 'wrong', 'wanted', 'proof'] as const),
    ...(['outcome', 'decision', 'number', 'sentOn', 'servedOn', 'due'] as const),
  ),
  outcomes: labels(...RECORD_OUTCOMES),
  steps: labels('receive', 'decide', 'sendBack', 'sign', 'send', 'serve', 'withdraw'),
  kinds: labels('complaint', 'reconsideration', 'litigation'),
  papers: table(4),
  remedies: table(6),
  appearing: table(6),
  course: table(4),
});
export type RecordFrontSource = z.infer<typeof RecordFrontSource>;

const FILE = 'notices/record_bundle.yaml';
const parse = (text: string, file: string): RecordFrontSource => parseConfig(text, file, RecordFrontSource);

/** The words, as the configuration has them. @throws ConfigError when the file is missing or wrong */
export const recordFrontSource = (configDir: string): RecordFrontSource => readConfig(configDir, FILE, parse);

/** For the check of the whole configuration. */
export const recordFrontFiles: ConfigKind = { files: /^notices\/record_bundle\.yaml$/, parse, required: [FILE] };

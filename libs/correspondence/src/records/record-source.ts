import { RecordOutcome } from '@gongkai/contracts';
import { readConfig, type ConfigKind } from '@gongkai/platform';
import { parseConfig, type ConfigFinding } from '@gongkai/statutes';
import { z } from 'zod';
import { holesOf } from '../content/places.js';

/** What the source of an answer to a request for correction may put in braces. */
export const RECORD_PLACES = [
  'answer.number',
  'applicant.name',
  'case.number',
  'receivedOn',
  'record',
  'wrong',
  'wanted',
  'decision.text',
  'decision.otherOrgan',
  'organ.name',
  'organ.office',
  'organ.phone',
  'organ.address',
] as const;
export type RecordPlace = (typeof RECORD_PLACES)[number];

const Line = z.string().trim().min(1);

const RecordSource = z.strictObject({
  article: Line,
  title: Line,
  number: Line,
  addressee: Line,
  body: z.array(z.union([Line, z.strictObject({ when: RecordOutcome, text: Line })])).min(1),
  remedies: z.strictObject({ against: Line, paper: Line }),
  contact: Line,
});
export type RecordSource = z.infer<typeof RecordSource>;

const FILE = 'notices/record_correction.yaml';

/** @throws ConfigError with every problem, also of a name in braces that nobody fills in */
const parse = (text: string, file: string): RecordSource => parseConfig(text, file, RecordSource, { check: unknownPlaces });

const isPlace = (name: string): name is RecordPlace => (RECORD_PLACES as readonly string[]).includes(name);

function unknownPlaces(data: unknown): ConfigFinding[] {
  return textsIn(data, []).flatMap(({ path, text }) =>
    holesOf(text)
      .filter((name) => !isPlace(name))
      .map((name) => ({ path, message: `names {${name}}, which nothing fills in here; correct its spelling` })),
  );
}

type Found = { readonly path: ConfigFinding['path']; readonly text: string };

function textsIn(data: unknown, path: ConfigFinding['path']): readonly Found[] {
  if (typeof data === 'string') return [{ path, text: data }];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => textsIn(value, [...path, Array.isArray(data) ? Number(key) : key]));
}

/** The source, as the configuration has it. @throws ConfigError when the file is missing or wrong */
export const recordSource = (configDir: string): RecordSource => readConfig(configDir, FILE, parse);

/** For the check of the whole configuration. */
export const recordFiles: ConfigKind = { files: /^notices\/record_correction\.yaml$/, parse, required: [FILE] };

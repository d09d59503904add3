import { readConfig, type ConfigKind } from '@gongkai/platform';
import { parseConfig } from '@gongkai/statutes';
import { MEASURES } from '@gongkai/contracts';
import { z } from 'zod';

const Id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must consist of small letters, digits and _');
const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Share = z.number().min(0).max(100);
const FULL = 100;

type From = { readonly from: number };
const isFalling = (steps: readonly From[]): boolean => steps.every(({ from }, i) => i === 0 || from < (steps[i - 1]?.from ?? 0));
const endsAtZero = (steps: readonly From[]): boolean => steps.at(-1)?.from === 0;
const stepsOf = <S extends z.ZodType<From>>(step: S) =>
  z
    .array(step)
    .min(1)
    .refine(isFalling, { message: 'must begin with the highest from, each lower than the one before' })
    .refine(endsAtZero, { message: 'must end with a line from 0' });
const different = <T>(keyOf: (one: T) => string, message: string) =>
  [(all: readonly T[]): boolean => new Set(all.map(keyOf)).size === all.length, { message }] as const;

const Measure = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('computed'),
    of: z.enum(MEASURES),
    steps: stepsOf(z.strictObject({ from: z.number().min(0), share: Share })),
  }),
  z.strictObject({
    by: z.literal('entered'),
    evidence: z.boolean().default(false),
    choices: z
      .array(z.strictObject({ id: Id, name: Text, share: Share }))
      .min(2)
      .refine(...different(({ id }: { id: string }) => id, 'must name each choice once')),
  }),
]);

const Indicator = z.strictObject({
  id: Id,
  name: Text,
  article: z.string().min(1),
  /** Points of 100. */
  weight: z.number().positive().max(FULL),
  measure: Measure,
});

const Scheme = z.strictObject({
  id: Id,
  name: Text,
  article: z.string().min(1),
  basis: z.enum(['law', 'practice', 'product']),
  grades: stepsOf(z.strictObject({ from: z.number().min(0).max(FULL), name: Text })),
  indicators: z
    .array(Indicator)
    .min(1)
    .refine(...different(({ id }: { id: string }) => id, 'must name each indicator once'))
    .refine((all) => all.reduce((sum, { weight }) => sum + weight, 0) === FULL, {
      message: 'must have weights that add up to 100',
    }),
});

/** How organs are assessed: indicators, what each is worth, and the grades. */
export type Scheme = z.infer<typeof Scheme>;
export type Indicator = Scheme['indicators'][number];

/** Reads a file of `config/assessments`. @throws ConfigError with every problem of the file */
export const parseScheme = (text: string, file: string): Scheme => parseConfig(text, file, Scheme);

/** Schemes, for the check of the whole configuration. */
export const schemeFiles: ConfigKind = { files: /^assessments\/usual\.yaml$/, parse: parseScheme };

/** The scheme that assessments are begun with. @throws ConfigError when the file is missing or wrong */
export const readScheme = (configDir: string): Scheme => readConfig(configDir, 'assessments/usual.yaml', parseScheme);

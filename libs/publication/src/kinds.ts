import { Refusal, unknownOption, type DisclosureKind } from '@gongkai/contracts';
import { readConfig, type ConfigKind } from '@gongkai/platform';
import { parseConfig } from '@gongkai/statutes';
import { z } from 'zod';

/** What an entry is where its table says nothing. */
export const OTHER_KIND = 'other';

/** What of a year is counted, by the column it stands in. */
const Columns = z.record(z.string().regex(/^[a-z_]+$/), z.enum(['made', 'published', 'withdrawn', 'standing']));
type Counted = z.infer<typeof Columns>[string];

const KindsFile = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][a-z_]{0,39}$/),
        name: z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) }),
        also: z.array(z.string().min(1)).default([]),
        article: z.string().min(1),
        yearly: z.boolean().default(false),
        report: z
          .strictObject({
            row: z.string().regex(/^[a-z_]+$/),
            columns: Columns,
            trial: Columns.default({}),
          })
          .optional(),
      }),
    )
    .min(1)
    .refine((kinds) => kinds.some(({ code }) => code === OTHER_KIND), { message: `must have a kind "${OTHER_KIND}"` })
    .refine((kinds) => new Set(kinds.map(({ code }) => code)).size === kinds.length, { message: 'must name each code once' }),
});

const parseKinds = (text: string, file: string) => parseConfig(text, file, KindsFile);

/** The list of kinds, for the check of the whole configuration. */
export const kindsFile: ConfigKind = { files: /^disclosures\/kinds\.yaml$/, parse: parseKinds };

/** A cell of table A, and what it counts of a kind. */
export type ReportCell = { readonly id: string; readonly kind: string; readonly counts: Counted };

/** The last year of the format on trial (国办公开办函〔2019〕60号). */
const LAST_ON_TRIAL = 2020;

/** The kinds of published information, as the configuration has them. */
export class Kinds {
  readonly #known: z.infer<typeof KindsFile>['kinds'];

  /** @throws ConfigError when the file is missing or wrong */
  constructor(configDir?: string) {
    this.#known = readConfig(configDir ?? 'config', 'disclosures/kinds.yaml', parseKinds).kinds;
  }

  /** In the order of the law. */
  all(): DisclosureKind[] {
    return this.#known.map(({ code, name, article }) => ({ code, name, article }));
  }

  /** Kinds of which something has to be published every year. */
  yearly(): ReadonlySet<string> {
    return new Set(this.#known.filter(({ yearly }) => yearly).map(({ code }) => code));
  }

  /** Cells of table A of the annual report of a year, by its format, and what of which kind they count. */
  cells(year: number): ReportCell[] {
    return this.#known.flatMap(({ code, report }) => {
      if (report === undefined) return [];
      const columns = year > LAST_ON_TRIAL ? report.columns : report.trial;
      return Object.entries(columns).map(([column, counts]) => ({ id: `a.${report.row}.${column}`, kind: code, counts }));
    });
  }

  /** What a kind is called; by its code where the list has lost it. */
  named(code: string): Pick<DisclosureKind, 'code' | 'name'> {
    const name = this.#known.find((kind) => kind.code === code)?.name ?? { 'zh-CN': code, en: code };
    return { code, name };
  }

  /** The code of what people call a kind; null where nobody calls one so. */
  codeOf(called: string): string | null {
    const word = called.toLowerCase();
    const found = this.#known.find(({ code, name, also }) =>
      [code, name['zh-CN'], name.en, ...also].some((one) => one.toLowerCase() === word),
    );
    return found?.code ?? null;
  }

  /** @throws Refusal `invalid-request` where a filter names a kind that there is none of */
  check(code: string | undefined): void {
    if (code === undefined || this.#known.some((kind) => kind.code === code)) return;
    const options = this.#known.map((kind) => ({ id: kind.code, name: kind.name }));
    throw new Refusal('invalid-request', [unknownOption('kind', options)]);
  }
}

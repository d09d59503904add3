import type { LocalDate } from '@gongkai/calendar';
import type { LawShelf } from '@gongkai/casework';
import { Refusal } from '@gongkai/contracts';
import { readReportFormats, type CommandPool } from '@gongkai/platform';
import { formatForYear, inForce, type AnnualReportFormat, type ReportNumbers, type Statute } from '@gongkai/statutes';
import { checked, type Checked, type Standing } from './counting/checks.js';
import { only, periodOf, type Counted, type Period } from './counting/counted.js';
import { membersIn, plus, registerWith, rolledUp, type Member } from './counting/members.js';
import { countedOnly } from './counting/part-of-year.js';
import { cellOfRemedy, tally, type Manner, type ReportRules, type Tally } from './counting/tally.js';
import type { Entered } from './entry/entry-rows.js';
import { correctedIn, type FrozenMembers } from './frozen/changes.js';
import { readCounted, readRegister } from './reads/counted-sql.js';
import type { Scope } from './reads/scope.js';

/** A figure that is counted elsewhere, and that a text can quote by its name. */
export type QuotedFigure = {
  readonly id: string;
  readonly name: Readonly<Record<'zh-CN' | 'en', string>>;
  readonly value: number;
};

export type ReckoningParts = {
  readonly pool: CommandPool;
  readonly laws: LawShelf;
  readonly configDir: string;
  /** What other registers count of some organs in a period, for the texts. */
  readonly quotes: (organIds: readonly string[], period: Period) => Promise<readonly QuotedFigure[]>;
};

/** A report as the cases stand. */
export type Reckoned = {
  readonly manner: Manner;
  /** The numbers, those that people entered among them, and the cases behind those that are counted. */
  readonly tally: Tally;
  /** The numbers of each organ that is counted, by its code. */
  readonly members: ReadonlyMap<string, Member>;
  /** What of table A is the sum over the units, where nobody entered another number. */
  readonly rolled: ReportNumbers;
  readonly texts: Entered['texts'];
  readonly quoted: readonly QuotedFigure[];
  readonly checks: readonly Checked[];
};

/** What a report is beside its cases. */
export type Beside = {
  /** The report of the year before, as it was published. */
  readonly last: Standing | null;
  /** What was entered into it, and what its units have entered into theirs. */
  readonly entry: Entered | null;
  readonly ofMembers: ReadonlyMap<string, ReportNumbers>;
  /** What its units have frozen: a roll-up is held against it, for that is what they have reported. */
  readonly frozenOf: FrozenMembers;
  /** Reports that were made elsewhere, by the organ whose they are: they count where it has no case here. */
  readonly published: ReadonlyMap<string, ReportNumbers>;
};

/** Counts a report from the cases, by the format and the law of its year. */
export class Reckoning {
  #formats?: readonly AnnualReportFormat[];

  constructor(private readonly parts: ReckoningParts) {}

  /** How the report of a year, or of a part of it, is counted. @throws Refusal `not-found` where no format is known for it */
  mannerOf(year: number, part: Period | null = null): Manner {
    const format = formatForYear((this.#formats ??= readReportFormats(this.parts.configDir)), year);
    if (format === undefined) throw new Refusal('not-found');
    const period = part ?? periodOf(year);
    return { format: part === null ? format : countedOnly(format), period, rules: this.#rulesOn(period) };
  }

  /** The law as it stood on a day. */
  lawOn(day: LocalDate): Statute {
    const { laws } = this.parts;
    return laws.lawOf(laws.statute, day).statute;
  }

  /** A report of a scope, with what people entered into it. */
  async reckon(
    { members: organs }: Scope,
    manner: Manner,
    { last, entry, ofMembers, frozenOf, published }: Beside,
  ): Promise<Reckoned> {
    const { pool, laws, quotes } = this.parts;
    const { period, format } = manner;
    const ids = organs.map(({ id }) => id);
    const [counted, register, quoted] = await Promise.all([
      readCounted(period, ids, pool),
      readRegister(period, ids, pool),
      quotes(ids, period),
    ]);
    const members = membersIn(
      counted,
      organs.map(({ code }) => code),
      { manner, published },
    );
    const elsewhere = [...members.values()].flatMap(({ numbers, isElsewhere }) => (isElsewhere ? [numbers] : []));
    const { numbers, behind } = tally(counted, manner);
    const alone = organs.length === 1 ? elsewhere[0] : {};
    const parts = [...members].map(([code, member]): ReportNumbers => ({ ...member.numbers, ...ofMembers.get(code) }));
    const rolled = rolledUp(parts, format);
    const whole: Tally = { numbers: { ...alone, ...rolled, ...plus(numbers, elsewhere), ...entry?.numbers }, behind };
    const { grounds } = laws.lawOf(laws.statute, period.to);
    const texts = entry?.texts ?? {};
    const checks = checked({
      ...whole,
      ...{ format, last, grounds, texts },
      register: registerWith(register, elsewhere, format),
      remedies: counted.remedies.map((remedy) => ({ ...remedy, cell: cellOfRemedy(remedy, manner) })),
      ...heldAgainst(frozenOf, {
        parts: organs.length === 1 ? [whole.numbers] : parts,
        codes: [...members.keys()],
        counted,
        manner,
      }),
    });
    return { manner, tally: whole, members, rolled, texts, quoted, checks };
  }

  #rulesOn({ to }: Period): ReportRules {
    const statute = this.lawOn(to);
    return {
      'report.arl69': inForce(statute, 'report.arl69', to),
      'mixed_items.report_row': inForce(statute, 'mixed_items.report_row', to),
    };
  }
}

type Counting = {
  readonly parts: readonly ReportNumbers[];
  readonly codes: readonly string[];
  readonly counted: Counted;
  readonly manner: Manner;
};

/** What a roll-up is the sum of: each member as it was frozen, else as its cases stand; and the cases that came or went since. */
const heldAgainst = (frozenOf: FrozenMembers, { parts, codes, counted, manner }: Counting) => ({
  members: parts.map((numbers, i) => frozenOf.get(codes[i] ?? '')?.numbers ?? numbers),
  corrected: correctedIn(
    frozenOf,
    (code) => tally(only(counted, code), manner),
    manner.format.cells.map(({ id }) => id),
  ),
});

/** Every number that a text can quote, by its name. */
export const quotable = ({ tally, quoted }: Pick<Reckoned, 'tally' | 'quoted'>): ReportNumbers => ({
  ...tally.numbers,
  ...Object.fromEntries(quoted.map(({ id, value }) => [id, value])),
});

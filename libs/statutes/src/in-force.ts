import type { LocalDate } from '@gongkai/calendar';
import type { RuleKey, RuleValue } from './rule-keys.js';

/** A text in Chinese and in English. */
export type Bilingual = { readonly zh: string; readonly en: string };

/** law: the text says so; practice: the text is silent and this is what most organs do; product: neither, our own choice. */
export type RuleBasis = 'law' | 'practice' | 'product';

/** One rule with every value it ever had, oldest first. */
export type Rule<K extends RuleKey = RuleKey> = {
  /** Instrument and article, e.g. `REG 33(2)`; the instruments are listed in the pack. */
  readonly article: string;
  readonly basis: RuleBasis;
  /** Whether the law leaves an office no choice. */
  readonly fixed: boolean;
  readonly note?: string;
  readonly values: readonly {
    readonly from: LocalDate;
    readonly value: RuleValue<K>;
    /** Where this value rests on another provision than the rule's: an older law. */
    readonly article?: string;
  }[];
};

/** A law, regulation, interpretation or official letter that rules rest on. */
export type Instrument = {
  readonly title: Bilingual;
  /** Number of the document as printed, where it has one. */
  readonly number?: string;
  /** The day it came into force, in the version used here; absent where that is not known. */
  readonly inForceFrom?: LocalDate;
  /** false: it is cited as a whole, as a letter, a case or a format is. */
  readonly articles?: false;
};

/** A statute pack: the law of one procedure as dated data. */
export type Statute = {
  readonly id: string;
  /** The day of this edition of the pack, for the record of every computation. */
  readonly version: string;
  readonly title: Bilingual;
  /** By abbreviation: the first word of every article. */
  readonly instruments: Readonly<Record<string, Instrument>>;
  readonly rules: { readonly [K in RuleKey]: Rule<K> };
};

/** A rule was asked for a day on which it had no value. */
export class NotInForceError extends RangeError {}

/**
 * The value of a rule in force on a day: the only way code reads the law.
 * @throws NotInForceError before the rule's first value
 */
export function inForce<K extends RuleKey>(statute: Statute, key: K, on: LocalDate): RuleValue<K> {
  const rule: Rule<K> = statute.rules[key];
  const row = rowInForce(rule, on);
  if (!row) throw new NotInForceError(`${key} (${rule.article}) was not in force on ${on}`);
  return row.value;
}

/** Whether a rule had a value on a day. */
export const isInForce = (statute: Statute, key: RuleKey, on: LocalDate): boolean =>
  rowInForce(statute.rules[key], on) !== undefined;

/** The provision that the value of a rule rested on that day: its own where it has one, else the rule's. */
export const articleInForce = (statute: Statute, key: RuleKey, on: LocalDate): string =>
  rowInForce(statute.rules[key], on)?.article ?? statute.rules[key].article;

const rowInForce = <K extends RuleKey>(rule: Rule<K>, on: LocalDate): Rule<K>['values'][number] | undefined =>
  rule.values.findLast(({ from }) => from <= on);

/** The same statute with a rule set to another value from a day on, whatever it says from then on: an office's own decision. */
export function withValueFrom<K extends RuleKey>(statute: Statute, key: K, from: LocalDate, value: RuleValue<K>): Statute {
  const rule: Rule<K> = statute.rules[key];
  const values = [...rule.values.filter((dated) => dated.from < from), { from, value }];
  return { ...statute, rules: { ...statute.rules, [key]: { ...rule, values } } };
}

/** The same statute with some rules set to another value from the first day on: an office's own choices. */
export function withRules(statute: Statute, values: { readonly [K in RuleKey]?: RuleValue<K> }): Statute {
  const changed = Object.entries(values).map(([key, value]) => {
    const { values: dated, ...rule } = statute.rules[key as RuleKey];
    return [key, { ...rule, values: [{ from: dated[0]?.from, value }] }];
  });
  return { ...statute, rules: { ...statute.rules, ...(Object.fromEntries(changed) as Partial<Statute['rules']>) } };
}

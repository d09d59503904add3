import { fieldMessage, type EntryFinding, type FieldProblem } from '@gongkai/contracts';
import { checkNumbers, type AnnualReportFormat, type NumberProblem } from '@gongkai/statutes';
import type { Checked } from '../counting/checks.js';
import type { Entered } from './entry-rows.js';
import { fieldsIn } from './live-fields.js';
import type { Reckoned } from '../reckoning.js';
import { textFieldsOf } from './text-fields.js';

const PROBLEMS: Readonly<Record<NumberProblem['problem'], Omit<FieldProblem, 'path'>>> = {
  unknown: { code: 'unknown-field' },
  missing: { code: 'required' },
  negative: { code: 'too-small', facts: { minimum: 0 } },
  not_whole: { code: 'not-whole' },
};

/** The cells that people enter. */
export const enteredCells = ({ cells }: AnnualReportFormat): AnnualReportFormat['cells'] =>
  cells.filter(({ measure }) => measure === 'entered');

/** What stands in the cells: what was entered, else what is rolled up from the units. */
export const standing = ({ numbers, texts }: Entered, { rolled }: Pick<Reckoned, 'rolled'>): Entered => ({
  numbers: { ...rolled, ...numbers },
  texts,
});

/** Figures beside the cells that a text can quote. */
type Figures = Reckoned['quoted'];

/** What stands in the way of handing it in, field by field: cells without a number, parts that are not written, figures that nobody knows. */
export function entryProblems({ numbers, texts }: Entered, format: AnnualReportFormat, figures: Figures): FieldProblem[] {
  const cells = enteredCells(format);
  const ofNumbers = checkNumbers({ ...format, cells }, numbers).map(({ cell, problem }) => ({
    path: cell,
    ...PROBLEMS[problem],
  }));
  const known = new Set([...format.cells, ...figures].map(({ id }) => id));
  const ofTexts = textFieldsOf(format).flatMap(({ id, needed }): FieldProblem[] => {
    const text = texts[id] ?? '';
    if (needed && text.trim() === '') return [{ path: id, code: 'required' }];
    return fieldsIn(text).flatMap((name) =>
      known.has(name) ? [] : [{ path: id, code: 'unknown-figure' as const, facts: { name } }],
    );
  });
  return [...ofNumbers, ...ofTexts];
}

/** Fields that nobody knows: they are refused at once. */
export function unknownFields({ numbers, texts }: Entered, format: AnnualReportFormat): FieldProblem[] {
  const cells = new Set(enteredCells(format).map(({ id }) => id));
  const parts = new Set(textFieldsOf(format).map(({ id }) => id));
  const unknown = (of: string, names: readonly string[], known: ReadonlySet<string>): FieldProblem[] =>
    names.flatMap((name) =>
      known.has(name) ? [] : [{ path: `${of}.${name}`, code: 'unknown-field' as const, facts: { name } }],
    );
  return [...unknown('numbers', Object.keys(numbers), cells), ...unknown('texts', Object.keys(texts), parts)];
}

/** All of it, and what does not agree with the tables or with the year before (A6–A9). */
export function findingsOf(entered: Entered, reckoned: Reckoned): EntryFinding[] {
  const { quoted, checks } = reckoned;
  const { format } = reckoned.manner;
  const errors = entryProblems(standing(entered, reckoned), format, quoted).map((problem): EntryFinding => ({
    field: problem.path,
    kind: 'error',
    message: { 'zh-CN': fieldMessage(problem, 'zh-CN'), en: fieldMessage(problem, 'en') },
  }));
  return [...errors, ...checks.flatMap((check) => warningsOf(check, format))];
}

function warningsOf({ id, differences }: Checked, format: AnnualReportFormat): EntryFinding[] {
  const tables = new Set(enteredCells(format).map(({ table }) => table));
  const parts = new Set(textFieldsOf(format).map((part) => part.id));
  const { zh = id, en = id } = format.identities.find((one) => one.id === id)?.name ?? {};
  return differences
    .filter(({ place }) => parts.has(place) || tables.has(place.split('.')[0] ?? ''))
    .map(({ place, left, right }): EntryFinding => {
      const sides = right === null ? String(left) : `${String(left)} ≠ ${String(right)}`;
      return {
        field: place,
        kind: 'warn',
        message: { 'zh-CN': `不符合“${zh}”：${sides}`, en: `Does not hold: “${en}”: ${sides}` },
      };
    });
}

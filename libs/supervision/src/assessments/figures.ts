import type { AssessedFigure, AssessedOrgan } from '@gongkai/contracts';
import { evidenceOf, type Evidence } from '../evidence.js';
import type { Reading } from '../measures/counted-sql.js';
import type { Counted, Measures } from '../measures/measures.js';
import type { Scheme } from '../scheme/scheme.js';
import type { AssessedRow, AssessmentRow, KeptFigures } from './assessment-rows.js';
import { figureOf, gradeOf, scoreOf } from './score.js';
import { lacksOf } from './steps.js';

/** Figures of the scheme as they stand, by organ and indicator. */
export type Standing = ReadonlyMap<string, KeptFigures>;

/** Counts what a scheme counts, for some organs. */
export async function countAll({ indicators }: Scheme, reading: Reading, measures: Measures): Promise<Standing> {
  const computed = indicators.flatMap(({ id, measure }) => (measure.by === 'computed' ? [{ id, of: measure.of }] : []));
  const counted = await Promise.all(computed.map(({ of }) => measures.count(of, reading)));
  return new Map(
    reading.organIds.map((organId) => {
      const figures = computed.flatMap(({ id }, i): [string, Counted][] => {
        const found = counted[i]?.get(organId);
        return found === undefined ? [] : [[id, found]];
      });
      return [organId, Object.fromEntries(figures)] as const;
    }),
  );
}

/** What an organ got: as it was told to it, else as the cases stand. */
export function assessedOf(
  row: AssessedRow,
  { scheme }: Pick<AssessmentRow, 'scheme'>,
  { standing, files }: { readonly standing: Standing; readonly files: ReadonlyMap<string, Evidence> },
): Omit<AssessedOrgan, 'place' | 'rectifications'> {
  const counted = row.figures ?? standing.get(row.organId) ?? {};
  const figures = Object.fromEntries(
    scheme.indicators.map((indicator): [string, AssessedFigure] => {
      const { remark = null, fileIds = [] } = row.entries[indicator.id] ?? {};
      const found = figureOf(indicator, { counted, entries: row.entries });
      return [indicator.id, { ...found, remark, files: evidenceOf(fileIds, files) }];
    }),
  );
  const score = scoreOf(scheme, figures);
  const grade = gradeOf(scheme, score);
  return {
    organ: row.organ,
    state: row.state,
    score,
    lacks: lacksOf(scheme, row.entries).length,
    grade: grade === null ? null : { 'zh-CN': grade.name.zh, en: grade.name.en },
    figures,
  };
}

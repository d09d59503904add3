import type { LocalDate } from '@gongkai/calendar';
import type { Assessment, AssessmentOfOrgan } from '@gongkai/contracts';
import type { Scheme } from '../scheme/scheme.js';
import type { AssessedRow, AssessmentRow } from './assessment-rows.js';

const textOf = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({ 'zh-CN': zh, en });

/** The name of a scheme. */
export const nameOf = ({ name }: Scheme): Assessment['scheme']['name'] => textOf(name);

function schemeView({ id, name, article, basis, grades, indicators }: Scheme): Assessment['scheme'] {
  return {
    ...{ id, article, basis },
    name: textOf(name),
    grades: grades.map((grade) => ({ from: grade.from, name: textOf(grade.name) })),
    indicators: indicators.map(({ measure, ...indicator }) => ({
      ...{ id: indicator.id, article: indicator.article, weight: indicator.weight },
      name: textOf(indicator.name),
      computed: measure.by === 'computed' ? { of: measure.of, steps: measure.steps } : null,
      entered:
        measure.by === 'entered'
          ? {
              evidence: measure.evidence,
              choices: measure.choices.map((choice) => ({ ...choice, name: textOf(choice.name) })),
            }
          : null,
    })),
  };
}

/** An assessment without its organs, as it is seen on a day. */
export const headOf = (
  { id, organ, year, quarter, from, to, scheme }: AssessmentRow,
  today: LocalDate,
): Omit<Assessment, 'organs'> => ({
  ...{ id, organ, year, quarter, from, to, today },
  scheme: schemeView(scheme),
});

/** Who did what to it. */
export const historyOf = ({ history, persons }: AssessedRow): AssessmentOfOrgan['history'] =>
  history.map(({ by, ...deed }) => ({ ...deed, by: { id: by ?? '', name: persons[by ?? ''] ?? '' } }));

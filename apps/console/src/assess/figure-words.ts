import type { AssessedFigure, AssessedOrgan, Assessment, Language } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';

export type Indicator = Assessment['scheme']['indicators'][number];

/** What was found of an indicator, in words: a percentage with what it was counted of, a number, or a judgement. */
export function foundIn(indicator: Indicator, figure: AssessedFigure | undefined, t: Say<'assess'>, language: Language): string {
  const { entered } = indicator;
  return entered === null ? countedIn(figure, t) : (choiceIn(entered, figure)?.name[language] ?? t('choice.none'));
}

function countedIn(figure: AssessedFigure | undefined, t: Say<'assess'>): string {
  const { value = null, counted = null } = figure ?? {};
  if (value === null) return t('nothing');
  return counted === null ? String(value) : t('percent', { value, ...counted });
}

const choiceIn = ({ choices }: NonNullable<Indicator['entered']>, figure: AssessedFigure | undefined) =>
  choices.find(({ id }) => id === figure?.choice);

/** The points of an indicator; without any, why: nothing to measure in the period, or nobody has judged it yet. */
export const pointsIn = ({ entered }: Indicator, figure: AssessedFigure | undefined, t: Say<'assess'>): number | string =>
  figure?.points ?? t(entered === null ? 'points.nothing' : 'points.unjudged');

/** The score; without one, why. */
export const scoreIn = ({ score, lacks }: Pick<AssessedOrgan, 'score' | 'lacks'>, t: Say<'assess'>): number | string =>
  score ?? t(lacks > 0 ? 'points.unjudged' : 'points.nothing');

import type { AssessedFigure } from '@gongkai/contracts';
import type { Counted } from '../measures/measures.js';
import type { Indicator, Scheme } from '../scheme/scheme.js';
import type { KeptEntry } from './assessment-rows.js';

const PERCENT = 100;
const ROUND = 10;
const rounded = (number: number): number => Math.round(number * ROUND) / ROUND;

type Figure = Pick<AssessedFigure, 'value' | 'counted' | 'choice' | 'points'>;
type Found = { readonly counted: Readonly<Record<string, Counted>>; readonly entries: Readonly<Record<string, KeptEntry>> };

const NOTHING: Figure = { value: null, counted: null, choice: null, points: null };

/** Points of an indicator (of its weight) for what was found; no points where there is nothing to measure, or nothing is entered yet. */
export function figureOf(indicator: Indicator, { counted, entries }: Found): Figure {
  const { id, weight, measure } = indicator;
  if (measure.by === 'entered') {
    const choice = entries[id]?.choice ?? null;
    return {
      ...NOTHING,
      choice,
      points: pointsOf(
        weight,
        measure.choices.find((one) => one.id === choice),
      ),
    };
  }
  const { value, good, all } = valueOf(counted[id]);
  const reached = value === null ? undefined : measure.steps.find(({ from }) => value >= from);
  return { ...NOTHING, value, counted: all === null ? null : { good, all }, points: pointsOf(weight, reached) };
}

const pointsOf = (weight: number, found: { readonly share: number } | undefined): number | null =>
  found === undefined ? null : rounded((weight * found.share) / PERCENT);

type Value = { readonly value: number | null; readonly good: number; readonly all: number | null };

function valueOf(counted: Counted | undefined): Value {
  if (counted === undefined) return { value: null, good: 0, all: null };
  if ('number' in counted) return { value: counted.number, good: 0, all: null };
  const all = counted.items.length;
  const good = counted.items.filter((item) => item.good).length;
  // Never rounded up to a whole: 999 of 1000 are not all.
  return { value: all === 0 ? null : Math.floor((good / all) * PERCENT * ROUND) / ROUND, good, all };
}

/**
 * The score of 100 over the indicators that can be measured: one without anything to measure is left out, and the others count for it.
 * @returns null while an indicator is still to be entered, or none can be measured
 */
export function scoreOf({ indicators }: Scheme, figures: Readonly<Record<string, Figure>>): number | null {
  const isMissing = indicators.some(({ id, measure }) => measure.by === 'entered' && (figures[id]?.points ?? null) === null);
  if (isMissing) return null;
  const measured = indicators.flatMap(({ id, weight }) => {
    const points = figures[id]?.points ?? null;
    return points === null ? [] : [{ weight, points }];
  });
  const weights = measured.reduce((sum, { weight }) => sum + weight, 0);
  const points = measured.reduce((sum, one) => sum + one.points, 0);
  return weights === 0 ? null : rounded((points / weights) * PERCENT);
}

/** The grade of a score. */
export const gradeOf = ({ grades }: Scheme, score: number | null): Scheme['grades'][number] | null =>
  score === null ? null : (grades.find(({ from }) => score >= from) ?? null);

/** The place of each score, 1 the best; the same score is the same place, and what has no score has none. */
export const placesOf = (scores: readonly (number | null)[]): (number | null)[] =>
  scores.map((score) => (score === null ? null : 1 + scores.filter((other) => other !== null && other > score).length));

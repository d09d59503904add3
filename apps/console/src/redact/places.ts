import type { MarkPlace } from '@gongkai/contracts';

type Place = Omit<MarkPlace, 'page'>;
/** A point on the page, in shares of it. */
export type Point = { readonly x: number; readonly y: number };

/** Smaller is a click and no area. */
const LEAST = 0.004;
/** A new area by key, in the middle of the page. */
export const MIDDLE: Place = { left: 0.35, top: 0.46, width: 0.3, height: 0.03 };
const EXACT = 100_000;

const within = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * EXACT) / EXACT;

/** The area between two corners; undefined where there is none. */
export function areaBetween(one: Point, other: Point): Place | undefined {
  const [left, top] = [within(Math.min(one.x, other.x)), within(Math.min(one.y, other.y))];
  const [width, height] = [within(Math.max(one.x, other.x)) - left, within(Math.max(one.y, other.y)) - top];
  return width < LEAST || height < LEAST ? undefined : { left, top, width: within(width), height: within(height) };
}

type Step = { readonly x: number; readonly y: number };
const STEP = 0.005;
const ARROWS: Readonly<Record<string, Step>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** An area that an arrow moves, or with shift makes larger or smaller; undefined for another key. */
export function nudged<P extends Place>(place: P, key: string, resizes: boolean): P | undefined {
  const step = ARROWS[key];
  if (step === undefined) return undefined;
  const { left, top, width, height } = place;
  if (resizes) {
    const fit = (side: number, room: number): number => within(Math.min(room, Math.max(STEP, side)));
    return { ...place, width: fit(width + step.x, 1 - left), height: fit(height + step.y, 1 - top) };
  }
  return {
    ...place,
    left: within(Math.min(1 - width, Math.max(0, left + step.x))),
    top: within(Math.min(1 - height, Math.max(0, top + step.y))),
  };
}

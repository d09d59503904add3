import { entryHash } from '@gongkai/platform';

/** The id of a step of a planned case: the same whenever it is played, so that nothing is done twice. A UUID of our own making (8). */
export function stepId(plan: string, n: number, step: string): string {
  const hash = entryHash({ plan, n, step });
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

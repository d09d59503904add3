import type { CommandPool } from '@gongkai/platform';
import type { Standing } from '../counting/checks.js';
import type { Scope } from '../reads/scope.js';
import { publishedOf } from './published-rows.js';

/** The report of the year before as it was taken in, for who has not frozen one; null where there is none. */
export async function lastOf(
  organId: string,
  scopes: readonly Scope['scope'][],
  { year, pool }: { readonly year: number; readonly pool: CommandPool },
): Promise<Standing | null> {
  const [numbers] = (await publishedOf([organId], { year: year - 1, scopes }, pool)).values();
  return numbers === undefined ? null : { numbers, behind: new Map(), isElsewhere: true };
}

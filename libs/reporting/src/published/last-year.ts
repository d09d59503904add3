import type { CommandPool } from '@gongkai/platform';
import type { Standing } from '../counting/checks.js';
import type { ReportNumbers } from '@gongkai/statutes';
import type { Scope } from '../reads/scope.js';
import { publishedAs, publishedOf, type Taken } from './published-rows.js';

/** The report of the year before as it was taken in, for who has not frozen one; null where there is none. */
export async function lastOf(
  organId: string,
  scopes: readonly Scope['scope'][],
  { year, pool }: { readonly year: number; readonly pool: CommandPool },
): Promise<Standing | null> {
  const [numbers] = (await publishedOf([organId], { year: year - 1, scopes }, pool)).values();
  return standingOf(numbers ?? null);
}

/** The same of one that was taken in: of an organ that is not of this installation by its name. */
export async function lastBefore(
  { organId, year, ...which }: Pick<Taken, 'organId' | 'keptBy' | 'name' | 'year' | 'scope'>,
  pool: CommandPool,
): Promise<Standing | null> {
  if (organId !== null) return lastOf(organId, [which.scope], { year, pool });
  return standingOf(await publishedAs(which, year - 1, pool));
}

const standingOf = (numbers: ReportNumbers | null): Standing | null =>
  numbers === null ? null : { numbers, behind: new Map(), isElsewhere: true };

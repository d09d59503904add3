import type { Light } from '@gongkai/contracts';

/** The order in which lights are worked off. */
export const URGENCY: readonly Light[] = ['overdue', 'red', 'yellow', 'green', 'stopped', 'none'];

type Lit = { readonly byLight: Readonly<Partial<Record<Light, number>>> };

/** What is in greater danger comes first: by overdue, then red, then yellow, then by size. Never by name. */
export function byRisk<T extends Lit & { readonly total: number }>(groups: readonly T[]): readonly T[] {
  const dangers = ['overdue', 'red', 'yellow'] as const;
  const difference = (a: T, b: T): number =>
    dangers.map((light) => (b.byLight[light] ?? 0) - (a.byLight[light] ?? 0)).find((more) => more !== 0) ?? b.total - a.total;
  return [...groups].sort(difference);
}

/** The light in which a day stands: the worst of what is due on it. */
export const worstOf = ({ byLight }: Lit): Light | undefined => URGENCY.find((light) => (byLight[light] ?? 0) > 0);

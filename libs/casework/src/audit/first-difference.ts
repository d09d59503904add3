/** Where two JSON values part, and what stands there in each. */
export type Parting = { readonly path: string; readonly stored: unknown; readonly refolded: unknown };

type Branch = Readonly<Record<string, unknown>>;
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;
const isList = (value: unknown): boolean => Array.isArray(value);

/** The first place, in order of the names, where two values differ as JSON; null where they are the same. */
export function firstDifference(stored: unknown, refolded: unknown, path = ''): Parting | null {
  if (isBranch(stored) && isBranch(refolded) && isList(stored) === isList(refolded)) return below(stored, refolded, path);
  return stored === refolded ? null : { path, stored: stored ?? null, refolded: refolded ?? null };
}

function below(stored: Branch, refolded: Branch, path: string): Parting | null {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(refolded)])].sort();
  for (const name of names) {
    const found = firstDifference(stored[name], refolded[name], path === '' ? name : `${path}.${name}`);
    if (found) return found;
  }
  return null;
}

import type { ChangeSinceFreeze } from '@gongkai/contracts';
import type { ReportNumbers } from '@gongkai/statutes';
import type { Corrected } from '../counting/checks.js';
import { caseOf, type Ref } from '../counting/counted.js';
import type { Behind } from '../counting/tally.js';

/** The numbers of a report with what stands behind them. */
type Standing = { readonly numbers: ReportNumbers; readonly behind: Behind };
/** What members of a roll-up have frozen, by the code of the organ. */
export type FrozenMembers = ReadonlyMap<string, Standing>;
/** A cell that counts other cases now, or another sum, than when the report was frozen. */
export type CellChange = Omit<ChangeSinceFreeze, 'name' | 'added' | 'gone'> & {
  readonly added: readonly string[];
  readonly gone: readonly string[];
};

/** Cell by cell what has changed since; a cell may count as many and yet others. @param cells in printed order @returns ids of cases */
export function changesSince(frozen: Standing, now: Standing, cells: readonly string[]): CellChange[] {
  return cells.flatMap((cell) => {
    const number = frozen.numbers[cell] ?? 0;
    const current = now.numbers[cell] ?? 0;
    const added = without(now.behind.get(cell), frozen.behind.get(cell));
    const gone = without(frozen.behind.get(cell), now.behind.get(cell));
    const isSame = current === number && added.length + gone.length === 0;
    return isSame ? [] : [{ cell, frozen: number, now: current, added, gone }];
  });
}

function without(refs: readonly Ref[] = [], others: readonly Ref[] = []): string[] {
  const known = new Set(others);
  return [...new Set(refs.filter((ref) => !known.has(ref)).map(caseOf))];
}

/** Cell by cell the cases for which frozen members count something else now; of a sum that alone has changed, those behind it. */
export function correctedIn(frozen: FrozenMembers, nowOf: (code: string) => Standing, cells: readonly string[]): Corrected {
  const corrected = new Map<string, readonly string[]>();
  for (const [code, before] of frozen)
    for (const { cell, added, gone } of changesSince(before, nowOf(code), cells)) {
      const moved = [...added, ...gone];
      const cases = moved.length > 0 ? moved : (before.behind.get(cell) ?? []).map(caseOf);
      corrected.set(cell, [...new Set([...(corrected.get(cell) ?? []), ...cases])]);
    }
  return corrected;
}

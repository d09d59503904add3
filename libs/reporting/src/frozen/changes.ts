import type { ChangeSinceFreeze } from '@gongkai/contracts';
import type { ReportNumbers } from '@gongkai/statutes';
import { caseOf, type Ref } from '../counting/counted.js';
import type { Behind } from '../counting/tally.js';

/** The numbers of a report with what stands behind them. */
type Standing = { readonly numbers: ReportNumbers; readonly behind: Behind };
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

import type { Checklist } from '@gongkai/statutes';
import { situationIn, type CaseLaw } from './case-law.js';
import { openingsOf } from './chart.js';
import type { CaseNow } from './decide.js';
import { factTypesOf } from './fact-types-of.js';
import type { FactType } from './facts.js';
import type { Standing } from './standing.js';
import type { Tick } from './tick.js';
import { tickOf } from './ticks.js';

/** A list with what is ticked of it; `isCurrent`: its step can come next, or the case is in its link. */
export type ChecklistOfCase = {
  readonly list: Checklist;
  readonly isCurrent: boolean;
  readonly ticks: readonly (Tick | undefined)[];
};

/** The lists of the office, as far as a case has come with each. */
export function checklistsOf(now: CaseNow, law: CaseLaw, { links }: Pick<Standing, 'links'>): readonly ChecklistOfCase[] {
  const { checklists = [] } = law;
  if (checklists.length === 0) return [];
  const known = openingsOf(now.value, situationIn(now.file, law));
  const link = links.find(({ status }) => status === 'current')?.link;
  const comesNext = (step: NonNullable<Checklist['before']>): boolean =>
    (factTypesOf[step] as readonly FactType[]).some((type) => known.has(type));
  return checklists.map((list) => ({
    list,
    isCurrent: list.before === undefined ? list.during === link : comesNext(list.before),
    ticks: list.items.map(({ id }) => tickOf(now.file, id)),
  }));
}

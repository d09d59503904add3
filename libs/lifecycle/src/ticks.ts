import type { Check, Checklist } from '@gongkai/statutes';
import type { CaseFile } from './case-file.js';
import type { CaseLaw } from './case-law.js';
import type { Establish } from './establish-step.js';
import type { Fold } from './fold-step.js';
import type { Judgement } from './judgements.js';
import type { Tick } from './tick.js';

/** The tick of an item in the present round; undefined while nobody has ticked it, or after it was taken back. */
export const tickOf = ({ ticks, round }: CaseFile, item: string): Tick | undefined =>
  ticks.find((tick) => tick.item === item && tick.round === round.number);

/** The fact keeps the words of the item: what was ticked is read from the journal, whatever the list says later. */
export const establishTick: Establish<'tick'> = ({ item, done }, { checklists, file, today, days }) => {
  const check = checklists.flatMap(({ items }) => items).find(({ id }) => id === item);
  days.knows(check !== undefined && (tickOf(file, item) !== undefined) !== done, 'item', 'nothing-to-tick');
  return { type: 'TICKED', on: today, item, done, check: check?.text ?? { zh: '', en: '' } };
};

/** One list of all ticks; another round begins with none. */
export const foldTick: Fold<'TICKED'> = (file, { item, done, on }, { actorId: by }) => {
  const others = file.ticks.filter((tick) => tick !== tickOf(file, item));
  return { ...file, ticks: done ? [...others, { item, round: file.round.number, by, on }] : others };
};

const isOpen =
  (file: CaseFile) =>
  ({ id, required }: Check): boolean =>
    required && tickOf(file, id) === undefined;

/** What has to be ticked before a step and is not: an office's own rule, and no law. */
export function unticked(step: string, file: CaseFile, { checklists = [] }: Pick<CaseLaw, 'checklists'>): Judgement {
  const lists = checklists.filter(({ before }: Checklist) => before === step);
  const open = lists.flatMap(({ items }) => items).filter(isOpen(file));
  if (open.length === 0) return null;
  const facts = { zh: open.map(({ text }) => text.zh).join('；'), en: open.map(({ text }) => text.en).join('; ') };
  return { code: 'check-open', facts };
}

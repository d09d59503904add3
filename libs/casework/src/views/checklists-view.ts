import type { ChecklistView, Language } from '@gongkai/contracts';
import { checklistsOf } from '@gongkai/lifecycle';
import type { Reckoned } from '../desk/columns.js';

/** The lists of the office with who has ticked what, in one language. */
export function checklistsView({ now, law, standing }: Reckoned, language: Language): ChecklistView[] {
  const key = language === 'en' ? 'en' : 'zh';
  return checklistsOf(now, law, standing).map(({ list: { id, name, before = null, items }, isCurrent, ticks }) => ({
    ...{ id, name: name[key], before, isCurrent },
    items: items.map(({ id: item, text, article, required }, i) => {
      const tick = ticks[i];
      const ticked = tick === undefined ? null : { by: tick.by, on: tick.on };
      return { id: item, text: text[key], ...(article === undefined ? {} : { article }), required, ticked };
    }),
  }));
}

import type { SupervisionOrder } from '@gongkai/lifecycle';
import type { Values } from '../content/places.js';
import { dayText } from './days.js';
import type { Telling } from './telling.js';

/** The supervision order that the paper is about, or the last one. */
function orderOf({ kind, about, matter: { reckoned } }: Telling): SupervisionOrder | undefined {
  if (kind !== 'supervision_order') return undefined;
  return reckoned.now.file.orders.findLast(({ id }) => about === undefined || id === about);
}

/** What kind of order it is, who answers, and how it was closed. */
export function orderValues(telling: Telling): Values {
  const order = orderOf(telling);
  if (order === undefined) return {};
  const { words, matter } = telling;
  const { people, assignee } = matter.head;
  const { closed } = order;
  return {
    'order.kind': words.orderKind[order.kind],
    'order.person': order.person === null ? assignee?.name : people[order.person],
    'order.closed': closed === null ? undefined : said(closed.remark ?? '', closed, telling),
  };
}

/** Each time it was demanded, with its answer. */
export function demandsOf(telling: Telling): Values[] {
  const order = orderOf(telling);
  const { calendar } = telling.matter.reckoned.law;
  return (order?.demands ?? []).map(({ on, by, text, workingDays, answer }) => ({
    'demand.on': dayText(on),
    'demand.by': telling.matter.head.people[by],
    'demand.text': text,
    'demand.due': dayText(calendar.add(on, workingDays)),
    'demand.answer': answer === null ? '' : said(answer.text, answer, telling),
  }));
}

/** Words, with who said them and when. */
const said = (
  text: string,
  { by, on }: Pick<NonNullable<SupervisionOrder['closed']>, 'by' | 'on'>,
  { matter }: Telling,
): string => [text, `${matter.head.people[by] ?? ''}，${dayText(on) ?? ''}`].filter((part) => part !== '').join('\n');

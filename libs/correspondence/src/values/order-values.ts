import type { LocalDate } from '@gongkai/calendar';
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

/** Each time it was demanded, with its answer, and that this came late. */
export function demandsOf(telling: Telling): Values[] {
  const order = orderOf(telling);
  const { calendar } = telling.matter.reckoned.law;
  return (order?.demands ?? []).map(({ on, by, text, workingDays, answer }) => {
    const due = calendar.add(on, workingDays);
    return {
      'demand.on': dayText(on),
      'demand.by': telling.matter.head.people[by],
      'demand.text': text,
      'demand.due': dayText(due),
      'demand.answer':
        answer === null ? '' : said(isLate(answer, due) ? `逾期答复：${answer.text}` : answer.text, answer, telling),
    };
  });
}

/** After its day, or once the order was closed without it. */
const isLate = ({ on, afterClosing }: NonNullable<SupervisionOrder['demands'][number]['answer']>, due: LocalDate): boolean =>
  afterClosing === true || on > due;

/** Words, with who said them and when. */
const said = (
  text: string,
  { by, on }: Pick<NonNullable<SupervisionOrder['closed']>, 'by' | 'on'>,
  { matter }: Telling,
): string => [text, `${matter.head.people[by] ?? ''}，${dayText(on) ?? ''}`].filter((part) => part !== '').join('\n');

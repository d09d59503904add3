import type { CaseRow, OrderView } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import type { SheetCell, SheetTable } from '../list/xlsx.js';
import { orderWords, type OrderSpeech } from './order-words.js';

export type SheetSpeech = OrderSpeech & {
  readonly terms: Say<'terms'>;
  readonly lists: Say<'lists'>;
  readonly organName: (code: string) => string;
};

/** An order with what of its case is told beside it. */
type Line = OrderView & { readonly case: Pick<CaseRow, 'number' | 'subject' | 'organ' | 'assignee'> };

const WIDTHS = [10, 20, 26, 40, 12, 50, 20, 12, 24, 50, 40];

/** Orders as a spreadsheet, a line each: what is demanded last, what was said to it, and how it was closed. */
export function orderSheet(rows: readonly Line[], speech: SheetSpeech): SheetTable {
  const { t, lists } = speech;
  const head = [
    t('state-of'),
    t('due'),
    t('case'),
    lists('column.subject'),
    t('kind'),
    t('demand'),
    t('given'),
    t('to-whom'),
    lists('column.organ'),
    t('answer'),
    t('closing'),
  ];
  return { name: t('title'), head, widths: WIDTHS, rows: rows.flatMap((row) => lineOf(row, speech)) };
}

function lineOf({ state, kind, person, demands, closed, case: one }: Line, speech: SheetSpeech): SheetCell[][] {
  const last = demands.at(-1);
  if (last === undefined) return [];
  const words = orderWords(speech);
  const { terms, lists, organName } = speech;
  return [
    [
      terms(`orderState.${state}`),
      { day: last.due, mark: last.provisional ? lists('due.provisional') : undefined },
      one.number,
      one.subject,
      terms(`orderKind.${kind}`),
      last.text,
      words.who(last.by, last.on),
      words.named({ person }, one.assignee),
      organName(one.organ),
      last.answer === null ? '' : words.answer(last.answer),
      closed === null ? '' : words.closed(closed),
    ],
  ];
}

import type { OrderFiltersInput } from '@gongkai/contracts';
import { useMutation } from '@tanstack/react-query';
import { daysWithYear } from '../i18n/days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { download } from '../list/csv.js';
import { useOrganName } from '../list/use-organ-name.js';
import { xlsxOf } from '../list/xlsx.js';
import { orderSheet } from './order-sheet.js';
import { everyPage } from './use-orders.js';

/** Saves all orders that are asked for as a spreadsheet, those too that the page does not show yet. */
export function useOrderExport(filters: OrderFiltersInput) {
  const [t, terms, lists] = [useWords('orders'), useWords('terms'), useWords('lists')];
  const { listed } = daysWithYear(useLanguage());
  const organName = useOrganName();
  return useMutation({
    mutationFn: async () => {
      const pages = await everyPage(filters);
      const people = Object.fromEntries(pages.flatMap((page) => Object.entries(page.people)));
      const rows = pages.flatMap(({ items }) => items);
      download(await xlsxOf(orderSheet(rows, { t, terms, lists, listed, organName, people })), `${t('title')}.xlsx`);
    },
  });
}

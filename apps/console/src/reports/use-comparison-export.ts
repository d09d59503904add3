import type { ReportComparison } from '@gongkai/contracts';
import { useMutation } from '@tanstack/react-query';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { download } from '../list/csv.js';
import { xlsxOf } from '../list/xlsx.js';

const [NAME_WIDTH, NUMBER_WIDTH] = [50, 22];

/** Saves reports side by side as a workbook, every cell they have in common. */
export function useComparisonExport() {
  const t = useWords('published');
  const language = useLanguage();
  return useMutation({
    mutationFn: async ({ columns, rows }: ReportComparison) => {
      const name = t('comparison.title');
      const heads = columns.map((column) => t('column', { name: column.name[language], year: column.year }));
      const table = {
        name,
        head: [t('comparison.cell'), ...heads],
        widths: [NAME_WIDTH, ...heads.map(() => NUMBER_WIDTH)],
        rows: rows.map((row) => [row.name[language], ...row.numbers.map((number) => number ?? '')]),
      };
      download(await xlsxOf(table), `${name}.xlsx`);
    },
  });
}

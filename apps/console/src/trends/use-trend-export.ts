import type { ForecastView, TrendsView } from '@gongkai/contracts';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '../i18n/use-words.js';
import { download } from '../list/csv.js';
import { useOrganName } from '../list/use-organ-name.js';
import { xlsxOf } from '../list/xlsx.js';
import { trendSheets } from './trend-sheets.js';
import { useStretchName } from './use-stretch-name.js';

type Shown = { readonly trends: TrendsView; readonly forecast: ForecastView };

/** Saves the tables of the page as a workbook, as they are shown. */
export function useTrendExport() {
  const t = useWords('trends');
  const [organName, stretchName] = [useOrganName(), useStretchName()];
  return useMutation({
    mutationFn: async ({ trends, forecast }: Shown) => {
      const sheets = trendSheets(trends, forecast, { t, organName, stretchName });
      download(await xlsxOf(...sheets), `${t('export.name')} ${trends.from} ${trends.to}.xlsx`);
    },
  });
}

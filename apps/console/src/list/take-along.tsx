import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { download } from './csv.js';
import { xlsxOf } from './xlsx.js';

type Tables = Readonly<Parameters<typeof xlsxOf>>;
type Props = {
  /** Of the file, without its ending. */
  readonly name: string;
  /** What is on the page, as tables, or what it has more of than it shows; undefined while nothing is there. */
  readonly tables: (() => Tables | Promise<Tables>) | undefined;
  /** Where more has to be read before it is printed. */
  readonly onPrint?: () => void;
};

const printPage = (): void => window.print();

/** What a page shows, taken along as a workbook, also by the key E, or on paper. */
export function TakeAlong({ name, tables, onPrint = printPage }: Props): ReactNode {
  const t = useWords('lists');
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (made: NonNullable<typeof tables>) => download(await xlsxOf(...(await made())), `${name}.xlsx`),
  });
  const take = (): void => {
    if (tables !== undefined && !isPending) mutate(tables);
  };
  useKeys([{ keys: ['E'], does: t('key.export'), run: take }]);
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} onRetry={take} />}
      <Button className="no-print" disabled={tables === undefined} loading={isPending} onClick={take}>
        {t('take.table')} <kbd aria-hidden>E</kbd>
      </Button>
      <Button className="no-print" onClick={onPrint}>
        {t('take.print')}
      </Button>
    </>
  );
}

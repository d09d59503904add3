import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { download } from './csv.js';
import { xlsxOf } from './xlsx.js';

type Props = {
  /** Of the file, without its ending. */
  readonly name: string;
  /** What is on the page, as tables; undefined while nothing is there. */
  readonly tables: (() => Readonly<Parameters<typeof xlsxOf>>) | undefined;
};

/** What a page shows, taken along as a workbook or on paper. */
export function TakeAlong({ name, tables }: Props): ReactNode {
  const t = useWords('lists');
  const { mutate, isPending } = useMutation({
    mutationFn: async (made: Readonly<Parameters<typeof xlsxOf>>) => download(await xlsxOf(...made), `${name}.xlsx`),
  });
  return (
    <>
      <Button className="no-print" disabled={tables === undefined} loading={isPending} onClick={() => tables && mutate(tables())}>
        {t('take.table')}
      </Button>
      <Button className="no-print" onClick={() => window.print()}>
        {t('take.print')}
      </Button>
    </>
  );
}

import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../i18n/use-words.js';
import './cells.css';

const SERIAL = /〕(\d+)号$/;

/**
 * The end of a number, as colleagues say it. One of another format is told in full where its serial is not known beside it.
 * @param known the serial
 */
export function shortNumber(number: string, isEnglish = false, known?: number): string {
  const serial = known ?? SERIAL.exec(number)?.[1];
  if (serial === undefined) return number;
  return isEnglish ? `No. ${serial}` : `${serial}号`;
}

/** The number, which opens the case. */
export function NumberCell({ row }: { readonly row: CaseRow }): ReactNode {
  const isEnglish = useLanguage() === 'en';
  return (
    <Link className="number-link" to={`/case/${row.id}`} title={row.number} data-opens="">
      {shortNumber(row.number, isEnglish, row.serial)}
    </Link>
  );
}

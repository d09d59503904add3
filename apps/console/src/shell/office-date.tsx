import type { ReactNode } from 'react';
import { useOffice } from './use-office.js';

/** The day of the office. */
export function OfficeDate(): ReactNode {
  const { data: office } = useOffice();
  return <span className="top-day">{office?.today}</span>;
}

import type { ReactNode } from 'react';
import { Sheet } from '../decide/sheet.js';
import { Completeness } from './completeness.js';
import { FilingCard } from './filing-card.js';

/** A closed case on its way into the archive: what it has to hold, and what is missing. */
export function ArchiveCasePage(): ReactNode {
  return <Sheet findings={({ view }) => <Completeness view={view} />} decision={(read) => <FilingCard read={read} />} />;
}

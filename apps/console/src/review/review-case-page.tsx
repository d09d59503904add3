import type { ReactNode } from 'react';
import { Checks } from '../decide/checks.js';
import { Sheet } from '../decide/sheet.js';
import { FindingsCard } from './findings-card.js';

/** What is to be released, and what the reviewer finds. */
export function ReviewCasePage(): ReactNode {
  return <Sheet findings={({ view }) => <Checks view={view} />} decision={(read) => <FindingsCard read={read} />} />;
}

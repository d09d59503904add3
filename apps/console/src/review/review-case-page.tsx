import type { ReactNode } from 'react';
import { Checks } from '../decide/checks.js';
import { Sheet } from '../decide/sheet.js';
import { useWords } from '../i18n/use-words.js';
import { FindingsCard } from './findings-card.js';

/** What is to be released, and what the reviewer finds. */
export function ReviewCasePage(): ReactNode {
  const t = useWords('shell');
  return (
    <Sheet
      list={t('section.review')}
      home="/review"
      findings={({ view }) => <Checks view={view} />}
      decision={(read) => <FindingsCard read={read} />}
    />
  );
}

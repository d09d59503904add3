import type { ReactNode } from 'react';
import { Checks } from '../decide/checks.js';
import { Sheet } from '../decide/sheet.js';
import { useWords } from '../i18n/use-words.js';
import { ApprovalCard } from './approval-card.js';

/** A reply, or an extension, that waits for an approver. */
export function ApproveCasePage(): ReactNode {
  const t = useWords('shell');
  return (
    <Sheet
      list={t('section.approve')}
      home="/approve"
      findings={({ view }) => <Checks view={view} />}
      decision={(read) => <ApprovalCard read={read} />}
    />
  );
}

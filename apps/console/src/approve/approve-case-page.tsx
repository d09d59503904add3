import type { ReactNode } from 'react';
import { Checks } from '../decide/checks.js';
import { Sheet } from '../decide/sheet.js';
import { ApprovalCard } from './approval-card.js';

/** What is checked before a reply goes out says nothing about an extension of a case that is still being handled. */
const ON_ITS_WAY: ReadonlySet<string> = new Set(['approving', 'signed']);

/** A reply, or an extension, that waits for an approver. */
export function ApproveCasePage(): ReactNode {
  return (
    <Sheet
      findings={({ view }) => (ON_ITS_WAY.has(view.state) ? <Checks view={view} /> : null)}
      decision={(read) => <ApprovalCard read={read} />}
    />
  );
}

import type { ReactNode } from 'react';
import { Checks } from '../decide/checks.js';
import { Sheet } from '../decide/sheet.js';
import { ApprovalCard } from './approval-card.js';

/** A reply, or an extension, that waits for an approver. */
export function ApproveCasePage(): ReactNode {
  return <Sheet findings={({ view }) => <Checks view={view} />} decision={(read) => <ApprovalCard read={read} />} />;
}

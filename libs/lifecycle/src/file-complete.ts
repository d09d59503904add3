import type { CaseFile } from './case-file.js';
import { confirmedToFile, type Judgement } from './judgements.js';
import { ordersOpen, ordersToAnswer } from './supervision-orders.js';

/** A file is complete when nobody has to confirm what it says, and no supervisor waits for anything in it (REG 45, 47). */
export const fileComplete = (file: CaseFile): Judgement => confirmedToFile(file) ?? ordersDone(file);

function ordersDone(file: CaseFile): Judgement {
  const article = 'REG 45';
  if (ordersToAnswer(file).length > 0) return { code: 'order-unanswered', article };
  return ordersOpen(file).length > 0 ? { code: 'order-open', article } : null;
}

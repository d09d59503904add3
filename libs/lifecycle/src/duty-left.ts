import type { CaseFile } from './case-file.js';
import { cameBack } from './case-notice.js';
import { deliveriesUnproven } from './delivery-lacks.js';
import { ordersToAnswer } from './supervision-orders.js';
import { disclosuresOwed } from './third-parties.js';

/**
 * Whether whoever holds a case that is over has something to do in it all the same: a remedy, a supervision order, and until it is filed
 * what came back, what has to be told to somebody, and what does not prove how it was delivered (REG 32, 45, 47, 51).
 */
export const dutyLeft = (file: CaseFile): boolean =>
  file.remedies.some(({ closedOn }) => closedOn === null) ||
  ordersToAnswer(file).length > 0 ||
  (file.filedOn === null && isDeliveryOpen(file));

const isDeliveryOpen = (file: CaseFile): boolean =>
  file.notices.some((notice) => notice.kind !== 'reply' && cameBack(notice)) ||
  disclosuresOwed(file).some(({ dispatchedOn }) => dispatchedOn === null) ||
  deliveriesUnproven(file).length > 0;

import type { LocalDate } from '@gongkai/calendar';
import type { CaseFile } from './case-file.js';

type Waiting = Pick<CaseFile, 'receipt' | 'ending'> & { readonly round: Pick<CaseFile['round'], 'reply'> };

/** Whether the applicant waits at the counter for the answer (当场答复, REG 33(1)): on the day of the application, until it is handed over. */
export const waitsAtCounter = ({ receipt, ending, round: { reply } }: Waiting, today: LocalDate): boolean =>
  receipt.channel === 'in_person' &&
  'onTheSpot' in receipt &&
  receipt.submittedOn === today &&
  reply.dispatchedOn === null &&
  ending === null;

import type { LocalDate } from '@gongkai/calendar';
import type { Attempt, CaseFile } from './case-file.js';

/**
 * The day on which the reply of the round was made, which decides whether it was in time (G235): that of posting or of handing over; where
 * another organ hands it over, that on which it is signed for, and until then that on which the organ got it. What an organ gave back was
 * not made by it. Null where no reply has left.
 */
export function repliedOn({ notices, round: { reply } }: Pick<CaseFile, 'notices' | 'round'>): LocalDate | null {
  const { attempts = [] } = notices.find(({ id }) => id === reply.noticeId) ?? {};
  const [first] = attempts.flatMap((attempt, at) => madeBy(attempt, at === attempts.length - 1 ? reply.servedOn : null));
  return first ?? reply.dispatchedOn;
}

function madeBy({ on, mode, cameBackOn }: Attempt, servedOn: LocalDate | null): readonly LocalDate[] {
  if (mode !== 'other_organ') return [on];
  return cameBackOn === null ? [servedOn ?? on] : [];
}

import { AsyncLocalStorage } from 'node:async_hooks';
import type { LocalDate } from '@gongkai/calendar';
import { officeDay, type Clock } from '../clock.js';

const sent = new AsyncLocalStorage<Date>();

/** Does work for somebody who sent what it is about at another moment: it was on its way between two networks. */
export const sentAt = <T>(moment: Date, work: () => T): T => sent.run(moment, work);

/**
 * The office's day on which what is being answered was sent; today, where it was on no way. A period begins by it (REG 31(3)): a night
 * between two networks costs nobody a day. Never a day to come, whatever the clock of the other side shows.
 */
export function sentDay(clock: Clock): LocalDate {
  const [moment, today] = [sent.getStore(), clock.today()];
  const day = moment === undefined ? today : officeDay(moment);
  return day < today ? day : today;
}

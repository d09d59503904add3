import type { Say } from '../i18n/i18n.js';
import { isKey } from '../i18n/i18n.js';
import type { Reading } from './reading.js';

/** The fact that a deadline beside the clock runs from, in words; empty for the clock itself. */
export function eventName({ startedBy }: Pick<Reading, 'startedBy'>, t: Say<'clock'>): string {
  const key = `event.${startedBy ?? ''}`;
  return isKey('clock', key) ? t(key) : '';
}

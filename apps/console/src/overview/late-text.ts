import type { Say } from '../i18n/i18n.js';

/** How late a case is, in a column headed "working days late". On the days off after the last day none has passed, and yet it is late. */
export const lateText = (days: number, t: Say<'overview'>, terms: Say<'terms'>): string =>
  days === 0 ? terms('light.overdue') : t('late.days', { days });

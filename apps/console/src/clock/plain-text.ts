import type { CaseView } from '@gongkai/contracts';
import { daysWithYear } from '../i18n/days.js';
import { calendarNames, packOf } from './calendar-names.js';
import { ledgerRows, ledgerSentence, type Wording } from './ledger-rows.js';
import type { Reading } from './reading.js';

/** The reckoning as plain text, for a written defence or a letter: read on whatever day, its days have their years. */
export function plainLedger(
  reading: Reading,
  view: Pick<CaseView, 'number' | 'receipt' | 'consultations'>,
  { t, language }: Omit<Wording, 'days'>,
): string {
  const wording = { t, language, days: daysWithYear(language) };
  const { due, statuteVersion, calendarVersion } = reading.derivation;
  const rows = ledgerRows(reading, view, wording).map(({ what, when, days, article }) =>
    [what, when, days, article].filter((cell) => cell !== '').join(t('cell')),
  );
  return [
    view.number,
    t('title', { date: wording.days.full(due) }),
    ledgerSentence(reading, view, wording),
    ...rows,
    t('versions', { statute: packOf(statuteVersion), calendar: calendarNames(calendarVersion, t) }),
  ].join('\n');
}

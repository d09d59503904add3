import type { CaseRow } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';

type Wording = { readonly t: Say<'inbox'>; readonly name: string };

/** Spreadsheets take what begins like this for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (value: string): string => `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** The register as comma-separated values, as spreadsheets open them: with a byte order mark, every cell in quotes. */
export function csvOf(rows: readonly CaseRow[], t: Say<'inbox'>): string {
  const head = [
    t('number'),
    t('register.opened'),
    t('channel'),
    t('applicant'),
    t('subject'),
    t('received'),
    t('due'),
    t('register.state'),
  ];
  const lines = rows.map((row) => [
    row.number,
    row.openedOn,
    t(`channel.${row.channel}`),
    row.applicantName,
    row.subject,
    row.receivedOn ?? '',
    row.finalDue ?? row.provisional ?? '',
    t(`state.${row.state}`),
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Hands the register out as a file. */
export function downloadCsv(rows: readonly CaseRow[], { t, name }: Wording): void {
  const address = URL.createObjectURL(new Blob([csvOf(rows, t)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

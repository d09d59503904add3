import type { Access } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import type { SheetTable } from '../list/xlsx.js';

const WIDTHS = [26, 16, 22, 28, 40];

/** The access log as a spreadsheet, a line each. */
export function accessSheet(items: readonly Access[], t: Say<'audit'>, moment: (at: string) => string): SheetTable & Texts {
  return {
    name: t('accesses'),
    head: [t('accesses.at'), t('accesses.who'), t('accesses.kind'), t('accesses.what'), t('accesses.reason')],
    widths: WIDTHS,
    rows: items.map(({ at, actor, kind, subject, reason }) => [
      moment(at),
      actor?.name ?? t('accesses.command-line'),
      t(`kind.${kind}`),
      subject.name,
      reason ?? '',
    ]),
  };
}

type Texts = { readonly rows: readonly (readonly string[])[] };

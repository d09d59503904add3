import { articleText, type Language, type PublicationDraft, type PublicationDuty } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import type { SheetCell, SheetTable } from '../list/xlsx.js';

const WIDTHS = { drafts: [44, 22, 26, 24, 18], duties: [26, 60, 26, 16, 26, 18, 40] } as const;

type Due = { readonly on: PublicationDuty['since']; readonly provisional: boolean; readonly isPast: boolean } | null;

/** A day, marked where it may still move or is past. */
function dueCell(due: Due, t: Say<'publish'>): SheetCell {
  if (due === null) return '';
  const marks = [...(due.provisional ? [t('sheet.provisional')] : []), ...(due.isPast ? [t('due.past')] : [])];
  return { day: due.on, ...(marks.length === 0 ? {} : { mark: marks.join(t('comma')) }) };
}

/** Answers on their way to the public, a line each. */
export const draftSheet = (drafts: readonly PublicationDraft[], t: Say<'publish'>): SheetTable => ({
  name: t('list'),
  head: (['field.title', 'field.indexNumber', 'case', 'standing', 'due'] as const).map((column) => t(column)),
  widths: WIDTHS.drafts,
  rows: drafts.map(({ title, indexNumber, case: of, state, withdrawn, due }) => [
    ...[
      title,
      indexNumber,
      of.number,
      t(withdrawn === null ? `state.${state}` : 'withdrawn', { reason: withdrawn?.reason ?? '' }),
    ],
    dueCell(due, t),
  ]),
});

/** What is owed to the public beside them: what is to be assessed anew (REG 18), answered or begun (REG 44), a line each. */
export const dutySheet = (duties: readonly PublicationDuty[], t: Say<'publish'>, language: Language): SheetTable => ({
  name: t('duties'),
  head: (['duty', 'duty.subject', 'case', 'duty.since', 'duty.due', 'sheet.article', 'field.reason'] as const).map((column) =>
    t(column),
  ),
  widths: WIDTHS.duties,
  rows: duties.map(({ what, subject, case: of, since, due, item, reason }) => [
    ...[t(`duty.${what}`), subject, of.number, { day: since }, dueCell(due, t)],
    ...[item === null ? '' : articleText(item.article, language), reason ?? ''],
  ]),
});

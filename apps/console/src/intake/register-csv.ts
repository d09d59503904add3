import type { CaseRow } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import { csvOf } from '../list/csv.js';

type Wording = { readonly t: Say<'inbox'>; readonly terms: Say<'terms'> };

/** The register as comma-separated values: a line for each number, days as machines read them. */
export const registerCsv = (rows: readonly CaseRow[], { t, terms }: Wording): string =>
  csvOf([
    [t('number'), t('register.opened'), t('channel'), t('applicant'), t('subject'), t('received'), t('due'), t('register.state')],
    ...rows.map((row) => [
      row.number,
      row.openedOn,
      terms(`channel.${row.channel}`),
      row.applicantName,
      row.subject,
      row.receivedOn ?? '',
      row.finalDue ?? row.provisional ?? '',
      terms(`state.${row.state}`),
    ]),
  ]);

import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { awaitsMail } from '../clock/awaits-mail.js';
import { say, type Say } from '../i18n/i18n.js';
import { useWords } from '../i18n/use-words.js';
import { Light } from '../parts/light.js';
import { useOffice } from '../shell/use-office.js';

type Lit = Pick<CaseRow, 'light' | 'clock' | 'state' | 'voided' | 'daysLeft' | 'turn'>;

/** A light in a row: its shape and what it means in days. Its name is read out before, but where none is lit: there the word says why. */
export function CompactLight({ row }: { readonly row: Lit }): ReactNode {
  const t = useWords('lists');
  const terms = useWords('terms');
  const today = useOffice().data?.today;
  const isPast = today !== undefined && row.turn.due !== null && row.turn.due < today;
  return (
    <Light light={row.light}>
      {row.light === 'none' ? null : <span className="unseen">{terms(`light.${row.light}`)} </span>}
      {compactText(row, t, isPast)}
    </Light>
  );
}

/** Where no days are told: what the clock waits for. */
const WAITING: Readonly<Partial<Record<CaseRow['clock'], 'light.correction' | 'light.payment'>>> = {
  awaiting_correction: 'light.correction',
  awaiting_payment: 'light.payment',
};

/** What stands beside a light in a column headed "working days left". */
function compactText(row: Lit, t: Say<'lists'>, isPast: boolean): string {
  if (row.light === 'overdue') return daysText(row.daysLeft ?? 0, t, true);
  if (row.light === 'none') return unlit(row, t, isPast);
  const waiting = WAITING[row.clock];
  if (waiting !== undefined) return t(waiting);
  if (row.clock === 'deemed_abandoned') return t(awaitsMail(row) ? 'light.in-the-mail' : 'light.abandoned');
  // No day is due while somebody is asked who has no period of their own.
  return row.daysLeft === null ? say('terms')(`light.${row.light}`) : daysText(row.daysLeft, t);
}

/** On the days off after the last day no working day has passed, and yet it is not today. */
function daysText(days: number, t: Say<'lists'>, isPast = false): string {
  if (days < 0) return t('light.late', { days: -days });
  if (isPast) return say('terms')('light.overdue');
  return days === 0 ? t('light.today') : t('light.left', { days });
}

const OVER: readonly CaseRow['state'][] = ['dispatched', 'closed', 'filed'];

/** No deadline runs: not yet, or no longer. */
function unlit({ state, voided, clock, turn }: Lit, t: Say<'lists'>, isPast: boolean): string {
  const terms = say('terms');
  if (state === 'returned') return t('light.returned');
  if (turn.daysLeft !== null) return daysText(turn.daysLeft, t, isPast);
  if (voided) return terms('voided');
  if (state === 'unconfirmed') return t(`light.${state}`);
  if (OVER.includes(state)) return terms(`state.${state}`);
  return clock === 'withdrawn' ? t('light.withdrawn') : terms('light.none');
}

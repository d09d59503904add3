import type { CaseRow, Role } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { currentLanguage, say } from '../i18n/i18n.js';
import { roleName } from '../i18n/role-name.js';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import { useStoodInFor } from '../session/use-stood-in-for.js';
import type { Speech } from './speech.js';
import './cells.css';

const OUTSIDE = ['applicant', 'consulted', 'post', 'remedy_organ'] as const;

/** Who holds a case: a person, a role of the office, or somebody outside. */
export function holderOf({ turn }: Pick<CaseRow, 'turn'>): string {
  if (turn.who === null) return '';
  const { role, person } = turn.who;
  const outside = OUTSIDE.find((holder) => holder === role);
  if (outside !== undefined) return say('terms')(`holder.${outside}`);
  if (person !== null) return person.name;
  return role === 'caseworker' ? say('lists')('turn.unclaimed') : roleName(turn.title ?? (role as Role), currentLanguage());
}

/** A caseworker's turn that nobody has taken up since yesterday or longer. */
const liesAround = ({ who, days }: CaseRow['turn']): boolean => who?.role === 'caseworker' && who.person === null && days > 0;

export const turnOf = (row: CaseRow, { t }: Speech): string =>
  row.turn.days === 0 ? holderOf(row) : `${holderOf(row)} ${t('turn.days', { days: row.turn.days })}`;

/** Whose turn it is, and for how many working days already. */
export function TurnCell({ row }: { readonly row: CaseRow }): ReactNode {
  const t = useWords('lists');
  const own = useOwnTurn(row);
  const { who, days } = row.turn;
  if (who === null) return null;
  return (
    <span className="one-line">
      {own === null && !liesAround(row.turn) ? holderOf(row) : <b className="strong">{own ?? holderOf(row)}</b>}
      {days === 0 ? null : <span className="muted small turn-days">{t('turn.days', { days })}</span>}
    </span>
  );
}

/** The reader's turn, also in the place of a colleague who is away; null where it is that of somebody else. */
function useOwnTurn({ turn }: CaseRow): string | null {
  const t = useWords('lists');
  const { user } = useSession();
  const stoodInFor = useStoodInFor();
  const person = turn.who?.person ?? null;
  if (turn.inPlaceOf !== undefined) return t('me-for', { name: turn.inPlaceOf.name });
  if (person?.id === user.id) return t('me');
  return person !== null && stoodInFor.has(person.id) ? t('me-for', { name: person.name }) : null;
}

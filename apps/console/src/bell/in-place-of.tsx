import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import { useAsSubstitute, useDelegations } from '../settings/queries.js';

/** In whose place the reader signs or acts, or soon will: as long as it is so. */
export function InPlaceOf(): ReactNode {
  const t = useWords('shell');
  const days = useDays();
  const { user } = useSession();
  const delegated = (useDelegations('me').data ?? []).filter(
    ({ delegate, state }) => delegate.id === user.id && (state === 'in_force' || state === 'to_come'),
  );
  const away = useAsSubstitute().data ?? [];
  if (delegated.length + away.length === 0) return null;
  return (
    <ul className="notices dense">
      {delegated.map(({ id, principal, from, to }) => {
        const span = to === null ? t('bell.delegation.open', { day: days.full(from) }) : days.range(from, to);
        return <li key={id}>{t('bell.delegation', { name: principal.name, span })}</li>;
      })}
      {away.map(({ id, person, from, to }) => (
        <li key={id}>{t('bell.substitute', { name: person.name, span: days.range(from, to) })}</li>
      ))}
    </ul>
  );
}

import type { RootReport } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { daysBetween } from '@gongkai/calendar';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useOrganName } from '../list/use-organ-name.js';

type Props = Pick<RootReport, 'lateRoots' | 'rootsGone' | 'rootKeys'>;

/** What is no fault by itself, and has to be held against something outside: days signed late, entries rightly gone, the keys. */
export function RootsToHold({ lateRoots: late, rootsGone, rootKeys }: Props): ReactNode {
  const t = useWords('audit');
  return (
    <>
      {late.length === 0 ? null : <LateRoots late={late} />}
      {rootsGone === 0 ? null : <p>{t('roots.gone', { count: rootsGone })}</p>}
      {rootKeys.length === 0 ? null : (
        <p className="journal-key">
          {t('roots.keys')} <code className="small">{rootKeys.join(' ')}</code>
        </p>
      )}
    </>
  );
}

function LateRoots({ late }: { readonly late: RootReport['lateRoots'] }): ReactNode {
  const t = useWords('audit');
  const days = useDays();
  const nameOf = useOrganName();
  const count = late.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
  return (
    <>
      <p>{t('roots.late', { count })}</p>
      <ul>
        {late.map(({ organ, from, to, signedOn }) => (
          <li key={`${organ} ${from}`}>
            {t('roots.late.span', {
              organ: nameOf(organ),
              from: days.full(from),
              to: days.full(to),
              signedOn: days.full(signedOn),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

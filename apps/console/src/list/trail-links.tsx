import { Fragment, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { homeOf, isSection } from '../shell/sections.js';
import { useSession } from '../session/session.js';
import { trailOf } from './trail.js';
import './trail-links.css';

/** Back to the list one came from, where one stands in it, and on to its next and previous case. */
export function TrailLinks({ id }: { readonly id: string }): ReactNode {
  const t = useWords('lists');
  const { role } = useSession();
  const navigate = useNavigate();
  const trail = trailOf(id);
  const go = (address: string | undefined) => (): void => {
    if (address !== undefined) void navigate(address);
  };
  useKeys([
    { keys: ['['], does: t('trail.previous'), run: go(trail?.previous) },
    { keys: [']'], does: t('trail.next'), run: go(trail?.next) },
  ]);
  const from = trail?.from ?? homeOf(role);
  return (
    <nav className="trail small" aria-label={t('trail')}>
      <ListLink address={from} />
      {trail === undefined ? null : (
        <>
          <span className="muted">{t('trail.place', { place: trail.place, total: trail.total })}</span>
          {(
            [
              ['trail.previous', '[', trail.previous],
              ['trail.next', ']', trail.next],
            ] as const
          ).map(([name, key, address]) => (
            <Fragment key={key}>
              {address === undefined ? null : (
                <Link to={address} aria-label={`${key} ${t(name)}`}>
                  <kbd>{key}</kbd>
                </Link>
              )}
            </Fragment>
          ))}
        </>
      )}
    </nav>
  );
}

/** A list goes by the name of its section. */
function ListLink({ address }: { readonly address: string }): ReactNode {
  const t = useWords('shell');
  const name = /[a-z]+/.exec(address)?.[0] ?? '';
  return <Link to={address}>{t(`section.${isSection(name) ? name : 'search'}`)}</Link>;
}

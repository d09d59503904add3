import { Fragment, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { trailOf } from './trail.js';
import './trail-links.css';

type Props = {
  readonly id: string;
  /** What the list is called that a person comes from. */
  readonly list: string;
  /** Its address, for who came otherwise. */
  readonly home: string;
};

/** Back to the list one came from, where one stands in it, and on to its next and previous case. */
export function TrailLinks({ id, list, home }: Props): ReactNode {
  const t = useWords('lists');
  const navigate = useNavigate();
  const trail = trailOf(id);
  const go = (address: string | undefined) => (): void => {
    if (address !== undefined) void navigate(address);
  };
  useKeys([
    { keys: ['['], does: t('trail.previous'), run: go(trail?.previous) },
    { keys: [']'], does: t('trail.next'), run: go(trail?.next) },
  ]);
  return (
    <nav className="trail small" aria-label={list}>
      <Link to={trail?.from ?? home}>{list}</Link>
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

import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useFormed } from './use-formed.js';

/** What has to be public and is late, or will be soon, of an organ and below: each number opens its list. */
export function FormedLines({ organ }: { readonly organ: string | undefined }): ReactNode {
  const t = useWords('catalogue');
  const query: Record<string, string> = organ === undefined ? {} : { organ };
  const counts = useFormed(query).data?.counts;
  if (counts === undefined) return null;
  const lines = [
    ['overdue', counts.overdue, 'overdue'],
    ['soon', counts.red + counts.yellow, 'red,yellow'],
  ] as const;
  return lines
    .filter(([, count]) => count > 0)
    .map(([name, count, light]) => (
      <li key={name} className="no-print">
        <Link to={`/catalogue/formed?${new URLSearchParams({ ...query, light }).toString()}`}>
          <b>{count}</b> <span className="dense">{t(`formed.todo.${name}`)}</span>
        </Link>
      </li>
    ));
}

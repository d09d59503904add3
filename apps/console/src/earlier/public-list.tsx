import type { AlikeDisclosure } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage } from '../i18n/use-words.js';
import './earlier.css';

type Props = {
  readonly items: readonly AlikeDisclosure[];
  readonly acts?: (entry: AlikeDisclosure) => ReactNode;
};

/** The page of an entry on the portal. */
const pageOf = ({ id }: AlikeDisclosure): string => `/portal/information/${id}`;

/** Where people find an entry: at its own address, or on the portal. */
export const placeOf = (entry: AlikeDisclosure): string => entry.url ?? new URL(pageOf(entry), window.location.origin).href;

/** What may be public already, the likeliest first. */
export function PublicList({ items, acts }: Props): ReactNode {
  const language = useLanguage();
  const { listed } = useDays();
  return (
    <ul className="earlier-list">
      {items.map((entry) => (
        <li key={entry.id}>
          <a href={pageOf(entry)} target="_blank" rel="noreferrer">
            {entry.title}
          </a>
          <p className="dense">
            {entry.organ.name[language]} · {listed(entry.publishedOn)} · {entry.indexNumber}
          </p>
          {acts === undefined ? null : <div className="earlier-acts">{acts(entry)}</div>}
        </li>
      ))}
    </ul>
  );
}

import type { AlikeDisclosure, EarlierQuery, EarlierRequests } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { EarlierList } from './earlier-list.js';
import { FrequencyLine } from './frequency-line.js';
import { PublicList } from './public-list.js';
import { useAlike } from './use-alike.js';
import { useEarlierWhileTyping } from './use-earlier.js';

type Props = { readonly query: EarlierQuery; /** What is asked for, item by item. */ readonly wanted: readonly string[] };

/** Beside a form that is being filled in: what is public already, what this applicant asked before, and what others asked for the same. */
export function EarlierAside({ query, wanted }: Props): ReactNode {
  const t = useWords('earlier');
  const earlier = useEarlierWhileTyping(query).data;
  const open = useAlike(wanted).data?.items ?? [];
  const isWanted = wanted.some((text) => text.trim() !== '') && open.length > 0;
  const isEarlier = isSaid(query, earlier);
  if (!isWanted && !isEarlier) return null;
  return (
    <section className="card earlier-aside" aria-label={t('title')}>
      {isWanted ? <Public items={open} /> : null}
      {isEarlier ? <Earlier {...earlier} /> : null}
    </section>
  );
}

/** Whether anything was asked, and there is something to say. */
const isSaid = (query: EarlierQuery, data: EarlierRequests | undefined): data is EarlierRequests =>
  Object.keys(query).length > 0 && data !== undefined && (data.others.length > 0 || hasOwn(data));

function Public({ items }: { readonly items: readonly AlikeDisclosure[] }): ReactNode {
  const t = useWords('earlier');
  return (
    <>
      <h2>{t('public')}</h2>
      <PublicList items={items} />
    </>
  );
}

const Earlier = (found: EarlierRequests): ReactNode => (
  <>
    <Own {...found} />
    <Others {...found} />
  </>
);

const hasOwn = ({ own }: EarlierRequests): boolean => own !== null && own.items.length > 0;

function Own({ own }: EarlierRequests): ReactNode {
  const t = useWords('earlier');
  if (own === null || own.items.length === 0) return null;
  return (
    <>
      <h2>{t('own')}</h2>
      <FrequencyLine {...own.frequency} />
      <EarlierList items={own.items} beside />
    </>
  );
}

function Others({ others }: EarlierRequests): ReactNode {
  const t = useWords('earlier');
  if (others.length === 0) return null;
  return (
    <>
      <h2>{t('others')}</h2>
      <EarlierList items={others} named beside />
    </>
  );
}

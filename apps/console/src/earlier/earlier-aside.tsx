import type { EarlierQuery, EarlierRequests } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { EarlierList } from './earlier-list.js';
import { FrequencyLine } from './frequency-line.js';
import { useEarlierWhileTyping } from './use-earlier.js';

/** Beside a form that is being filled in: what this applicant asked before, and what others asked for the same. */
export function EarlierAside({ query }: { readonly query: EarlierQuery }): ReactNode {
  const t = useWords('earlier');
  const { data } = useEarlierWhileTyping(query);
  const isEmpty = data === undefined || (data.others.length === 0 && !hasOwn(data));
  if (isEmpty || Object.keys(query).length === 0) return null;
  return (
    <section className="card earlier-aside" aria-label={t('title')}>
      <Own {...data} />
      <Others {...data} />
    </section>
  );
}

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

import type { AlikeDisclosure, CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { PublicList, placeOf } from './public-list.js';
import { StepAct } from './step-act.js';
import { useAlike } from './use-alike.js';

/** What a case asks for and may be public already: answering so takes one step, with the place filled in (REG 36(1)). */
export function PublicPart({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('earlier');
  const { data } = useAlike(view.items.map(({ description }) => description));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <>
      <h3>{t('public')}</h3>
      <PublicList items={data.items} acts={(entry) => <Answer view={view} entry={entry} />} />
    </>
  );
}

function Answer({ view, entry }: { readonly view: CaseView; readonly entry: AlikeDisclosure }): ReactNode {
  const t = useWords('earlier');
  const language = useLanguage();
  const item = view.items[entry.text];
  if (item === undefined) return null;
  const { title, indexNumber, publishedOn, organ } = entry;
  const place = { title, indexNumber, day: publishedOn, organ: organ.name[language], address: placeOf(entry) };
  const itemId = { field: 'itemId', id: item.id };
  return (
    <StepAct view={view} type="decideItem" values={{ itemId, code: 'already_public', otherOrgan: t('public.where', place) }}>
      {t('act.public')}
    </StepAct>
  );
}

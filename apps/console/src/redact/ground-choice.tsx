import { articleText, type Ground, type GroundsView } from '@gongkai/contracts';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';

/** For what something is withheld. */
export type Reason = { readonly ground: Ground; readonly article: string };

/** The provisions that a ground rests on. */
const articlesOf = (grounds: GroundsView, ground: Ground): readonly string[] =>
  grounds.grounds[ground].article.split(';').map((part) => part.trim());

/** What personal data and secrets of firms are withheld for: most of what is marked. */
const USUAL: Ground = 'third_party_rights';
export const usualReason = (grounds: GroundsView): Reason => ({ ground: USUAL, article: articlesOf(grounds, USUAL)[0] ?? '' });

type Props = {
  readonly grounds: GroundsView;
  readonly value: Reason;
  readonly onChange: (reason: Reason) => void;
};

/** The ground and the article of what is marked next. */
export function GroundChoice({ grounds, value, onChange }: Props): ReactNode {
  const t = useWords('redact');
  const language = useLanguage();
  const all = Object.keys(grounds.grounds) as Ground[];
  return (
    <div className="redact-reason">
      <label htmlFor="redact-ground">{t('ground')}</label>
      <Select
        id="redact-ground"
        value={value.ground}
        options={all.map((ground) => ({ value: ground, label: grounds.grounds[ground].name }))}
        onChange={(ground) => onChange({ ground, article: articlesOf(grounds, ground)[0] ?? '' })}
      />
      <label htmlFor="redact-article">{t('article')}</label>
      <Select
        id="redact-article"
        value={value.article}
        options={articlesOf(grounds, value.ground).map((article) => ({ value: article, label: articleText(article, language) }))}
        onChange={(article) => onChange({ ...value, article })}
      />
    </div>
  );
}

import { articleText, optionTexts, type CaseView } from '@gongkai/contracts';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useLanguage, useText, useWords } from '../i18n/use-words.js';

type Of = Pick<CaseView['remedies'][number], 'appearing' | 'headMissing'>;

/** Who appears, as what, and whether the organ itself does. */
export function useAppearing({ appearing = [], headMissing }: Of): readonly string[] {
  const t = useWords('remedies');
  const text = useText();
  const language = useLanguage();
  return [
    ...appearing.map(({ as, name, phone, attorneyOnFile }) => {
      const person = t('did.appears', { role: sentenceCase(text(optionTexts.as[as])), name });
      return [person, phone, attorneyOnFile === true ? t('did.attorney') : undefined].filter(Boolean).join(' · ');
    }),
    ...(headMissing === undefined ? [] : [t('did.head-missing', { article: articleText(headMissing, language) })]),
  ];
}

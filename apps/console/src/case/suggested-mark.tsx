import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import type { OpenSuggestion } from './open-suggestion.js';

/** An applicant suggests that everybody may read it, and nobody has answered: that is done after the reply. */
export function SuggestedMark({ suggestion: { on, reason } }: { readonly suggestion: OpenSuggestion }): ReactNode {
  const t = useWords('case');
  const { listed } = useDays();
  return (
    <li>
      <b>{t('mark.suggested')}</b>
      {t('mark.suggested.what', { day: listed(on) })}
      {reason === null ? t('mark.end') : t('mark.reason', { reason })}
    </li>
  );
}

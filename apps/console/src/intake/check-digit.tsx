import { hasCheckDigit, isResidentId } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

/** A hint, no more: what stands in the letter is what the applicant wrote. */
export function CheckDigit({ text }: { readonly text: string }): ReactNode {
  const t = useWords('intake');
  if (text === '') return null;
  const words = !isResidentId(text) ? 'id.length' : hasCheckDigit(text) ? 'id.right' : 'id.wrong';
  return (
    <span className={words === 'id.right' ? 'id-hint' : 'id-hint check-me'} role="status">
      {t(words)}
    </span>
  );
}

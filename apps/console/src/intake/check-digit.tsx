import { hasCheckDigit, isCreditCode, isResidentId, plainNumber } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import '../parts/check-me.css';

/** Documents whose numbers prove themselves: how long they are, and whether their last place is the one that the others give. */
const PROVES: Readonly<Record<string, { isWhole: (text: string) => boolean; isRight: (text: string) => boolean }>> = {
  居民身份证: { isWhole: isResidentId, isRight: hasCheckDigit },
  统一社会信用代码: { isWhole: ({ length }) => length === 18, isRight: isCreditCode },
};

type Props = { /** The kind of the document, as it is recorded. */ readonly of: string; readonly text: string };

/** A hint, no more: what stands in the letter is what the applicant wrote. */
export function CheckDigit({ of, text }: Props): ReactNode {
  const t = useWords('intake');
  const number = plainNumber(text);
  const proves = PROVES[of];
  if (number === '' || proves === undefined) return null;
  const words = !proves.isWhole(number) ? 'id.length' : proves.isRight(number) ? 'id.right' : 'id.wrong';
  return (
    <span className={words === 'id.right' ? 'id-hint' : 'id-hint check-me'} role="status">
      {t(words)}
    </span>
  );
}

import { postalReading } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import './check-me.css';

/** A hint, no more: what stands on the slip is the number, however it looks. */
export function PostalHint({ text }: { readonly text: unknown }): ReactNode {
  const t = useWords('parts');
  if (typeof text !== 'string' || text.trim() === '') return null;
  const reading = postalReading(text);
  return reading === 'right' ? null : (
    <span className="small check-me" role="status">
      {t(`postal.${reading}`)}
    </span>
  );
}

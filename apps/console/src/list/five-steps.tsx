import { LINKS, type Link } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import './five-steps.css';

/** Which of the five links a case is in, small enough for a row. */
export function FiveSteps({ link }: { readonly link: Link }): ReactNode {
  const t = useWords('terms');
  const at = LINKS.indexOf(link);
  return (
    <span className="five-steps">
      <span aria-hidden>
        {LINKS.map((each, i) => (
          <i key={each} className={i < at ? 'five-steps-done' : i === at ? 'five-steps-now' : ''} />
        ))}
      </span>
      {t(`link.${link}`)}
    </span>
  );
}

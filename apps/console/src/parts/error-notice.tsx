import { articleText, type Problem } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ProblemError } from '../api/problem.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { GuideLink } from './guide-link.js';
import { useProblemText } from './use-problem-text.js';
import './error-notice.css';

type Props = {
  readonly error: Error;
  /** Instead of what the server says, where the screen knows better. */
  readonly heading?: string | undefined;
  /** Over the fields, instead of the title of the server. */
  readonly lead?: string | undefined;
  /** What to do, under the fields. */
  readonly children?: ReactNode;
  readonly onRetry?: () => void;
  /** What the form calls the fields of its request, by their paths. */
  readonly names?: Readonly<Record<string, string>> | undefined;
};

/** What failed, by which article, which fields are meant, and what to do. */
export function ErrorNotice({ error, heading, lead, children, onRetry, names = {} }: Props): ReactNode {
  const t = useWords('shell');
  const textOf = useProblemText();
  const language = useLanguage();
  const { title, article, fields } = whatFailed(error, lead);
  const named = (name: string | undefined, message: string): string =>
    name === undefined ? message : t('of-field', { name, message });
  return (
    <div className="error-notice" role="alert">
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden>
        <path d="M8 1.5 15 14H1z" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 6v4M8 11.4v1.4" stroke="currentColor" strokeWidth="1.6" />
      </svg>
      <div>
        <p>
          {heading ?? title ?? t('failed.network')}
          {article === undefined ? null : <span className="error-article">{articleText(article, language)}</span>}
        </p>
        {heading !== undefined || fields.length === 0 ? null : (
          <ul>
            {fields.map((wrong) => (
              <li key={wrong.path}>{named(names[wrong.path], textOf(wrong))}</li>
            ))}
          </ul>
        )}
        <GuideWanted fields={fields} />
        {children}
        {onRetry === undefined ? null : (
          <Button size="small" onClick={onRetry}>
            {t('try-again')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Whoever reads what a guide lacks is led to where it is filled in. */
const GuideWanted = ({ fields }: Pick<Failure, 'fields'>): ReactNode =>
  fields.some(({ path }) => path.startsWith('paper.organ.')) && (
    <p>
      <GuideLink />
    </p>
  );

type Failure = {
  readonly title?: string;
  readonly article?: string;
  readonly fields: NonNullable<Problem['fields']>;
};

function whatFailed(error: Error, lead: string | undefined): Failure {
  if (!(error instanceof ProblemError)) return { fields: [] };
  const { title, article, fields = [] } = error.problem;
  return { title: lead ?? title, article, fields };
}

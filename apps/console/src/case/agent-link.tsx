import { stepTexts, type CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useText } from '../i18n/use-words.js';
import { OVER_PAGE } from './over-page.js';

/** The way to say who acts for the applicant, for who may say it. */
export function AgentLink({ view: { id, permitted } }: { readonly view: Pick<CaseView, 'id' | 'permitted'> }): ReactNode {
  const text = useText();
  if (permitted.every(({ type }) => type !== 'changeAgent')) return null;
  return (
    <Link to={`/case/${id}/step/changeAgent`} state={OVER_PAGE}>
      {sentenceCase(text(stepTexts.changeAgent))}
    </Link>
  );
}

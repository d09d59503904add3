import type { PublicGuide } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link, useLoaderData } from 'react-router';
import type { Answer } from '../api.js';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { Refusal } from '../parts/refusal.js';
import { GuideFacts } from './guide-facts.js';

/** The guide of one organ. */
export function GuidePage(): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const { data: guide, no } = useLoaderData<Answer<PublicGuide>>();
  const day = useDays(guide?.today ?? '');
  const title = guide === undefined ? say('guides') : say('guide.of', { name: guide.organ.name[language] });
  return (
    <Page title={title}>
      {guide === undefined ? <Refusal no={no} /> : null}
      {guide === undefined ? null : (
        <>
          <GuideFacts guide={guide} />
          <p className="hint">{say('guides.as-of', { day: day(guide.today) })}</p>
          <div className="bar">
            <button type="button" onClick={() => window.print()}>
              {say('guides.print')}
            </button>
            {guide.channels.includes('web') ? (
              <Link className="button main" to={`/apply?organ=${guide.organ.code}`}>
                {say('guides.apply')}
              </Link>
            ) : null}
          </div>
        </>
      )}
      <p>
        <Link to="/guides">{say('guides.to-all')}</Link>
      </p>
    </Page>
  );
}

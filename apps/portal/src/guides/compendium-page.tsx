import type { Compendium } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link, useLoaderData } from 'react-router';
import type { Answer } from '../api.js';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { Refusal } from '../parts/refusal.js';
import { ByLaw, GuideInBrief } from './guide-facts.js';

/** The guides of a district on one page, to read through or to print. */
export function CompendiumPage(): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const { data, no } = useLoaderData<Answer<Compendium>>();
  const guides = data?.items ?? [];
  const [first] = guides;
  const day = useDays(first?.today ?? '');
  return (
    <Page title={say('guides.compendium')}>
      {no === undefined ? null : <Refusal no={no} />}
      {first === undefined ? null : (
        <>
          <p>
            <b>{first.organ.name[language]}</b> {say('guides.count', { count: guides.length })}{' '}
            {say('guides.as-of', { day: day(first.today) })}
          </p>
          <button type="button" onClick={() => window.print()}>
            {say('guides.print')}
          </button>
          <nav aria-label={say('guides.compendium')}>
            <ol>
              {guides.map(({ organ }) => (
                <li key={organ.code}>
                  <a className="way" href={`#${organ.code}`}>
                    {organ.name[language]}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
          {guides.map((guide) => (
            <section key={guide.organ.code} className="guide" aria-labelledby={guide.organ.code}>
              <h2 id={guide.organ.code} tabIndex={-1}>
                {guide.organ.name[language]}
              </h2>
              <GuideInBrief guide={guide} />
            </section>
          ))}
          <ByLaw />
        </>
      )}
      <p>
        <Link to="/guides">{say('guides.to-all')}</Link>
      </p>
    </Page>
  );
}

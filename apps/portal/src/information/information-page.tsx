import type { Disclosure } from '@gongkai/contracts';
import { Fragment, type ReactNode } from 'react';
import { Link, useLoaderData } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { Refusal } from '../parts/refusal.js';
import { EntryFacts } from './entry-facts.js';
import type { InformationAsked } from './information-asked.js';
import { Nothing } from './nothing.js';
import { SearchForm } from './search-form.js';

/** The forms of the feed; what they say is the same. */
const FEEDS = [
  ['Atom', 'feed'],
  ['RSS', 'rss'],
] as const;

/** What is public already: searched, filtered, page by page. */
export function InformationPage(): ReactNode {
  const say = useWords();
  const asked = useLoaderData<InformationAsked>();
  const { answer, query } = asked;
  return (
    <Page title={say('information')}>
      <p>{say('information.says')}</p>
      <SearchForm {...asked} />
      {answer.data === undefined ? <Refusal no={answer.no} /> : <Found {...asked} items={answer.data.items} />}
      <Nothing items={asked.nothing} />
      <p>
        {say('information.feed')}
        {FEEDS.map(([form, path]) => (
          <Fragment key={form}>
            {' '}
            <a href={`/api/v1/public/disclosures/${path}${query === '' ? '' : `?${query}`}`}>{form}</a>
          </Fragment>
        ))}
      </p>
    </Page>
  );
}

type FoundProps = InformationAsked & { readonly items: readonly Disclosure[] };

function Found({ items, query, isFirst, answer }: FoundProps): ReactNode {
  const say = useWords();
  if (items.length === 0)
    return (
      <div className="box" role="status">
        <p>{say('information.none')}</p>
        <Link to="/apply">{say('information.apply')}</Link>
      </div>
    );
  const next = answer.data?.nextCursor ?? null;
  const ofQuery = query === '' ? '' : `${query}&`;
  return (
    <>
      <p className="hint" role="status">
        {say('information.found', { count: items.length })}
      </p>
      <ul className="lines">
        {items.map((entry) => (
          <li key={entry.id}>
            <Link to={`/information/${entry.id}`}>{entry.title}</Link>
            <EntryFacts entry={entry} />
          </li>
        ))}
      </ul>
      <p className="beside">
        {isFirst ? <span /> : <Link to={`/information${query === '' ? '' : `?${query}`}`}>{say('information.newest')}</Link>}
        {next === null ? null : (
          <Link className="button" to={`/information?${ofQuery}cursor=${next}`}>
            {say('information.older')}
          </Link>
        )}
      </p>
    </>
  );
}

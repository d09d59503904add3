import type { Disclosure } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link, useLoaderData, useLocation, useNavigate } from 'react-router';
import type { Answer, No } from '../api.js';
import { endedDraft, takeUpDraft } from '../apply/ended-draft.js';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';

/** One piece of published information: what it is and where it can be read. */
export function EntryPage(): ReactNode {
  const { data: entry, no } = useLoaderData<Answer<Disclosure>>();
  return entry === undefined ? <NoEntry no={no ?? null} /> : <Entry entry={entry} />;
}

function NoEntry({ no }: { readonly no: No }): ReactNode {
  const say = useWords();
  const isWithdrawn = no?.code === 'disclosure-withdrawn';
  return (
    <Page title={say(isWithdrawn ? 'information.withdrawn' : 'information.missing')}>
      <p>{no === null ? say('no-answer') : no.title}</p>
      <Link className="button" to="/information">
        {say('information.all')}
      </Link>
    </Page>
  );
}

function Entry({ entry }: { readonly entry: Disclosure }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const day = useDays();
  const { id, indexNumber, title, summary, organ, kind, madeOn, publishedOn, attribute, url, file } = entry;
  const isEnded = (useLocation().state as { readonly ended?: boolean } | null)?.ended === true;
  return (
    <Page title={title} above={isEnded ? <Ended /> : undefined}>
      {summary === '' ? null : <p>{summary}</p>}
      {url === null ? null : (
        <a className="button main" href={url} rel="noreferrer">
          {say('information.open')}
        </a>
      )}
      {file === null ? null : (
        <a className="button main" href={`/api/v1/public/disclosures/${id}/file`} download={file.name}>
          {say('information.download', { name: file.name })}
        </a>
      )}
      <dl>
        <dt>{say('information.organ')}</dt>
        <dd>{organ.name[language]}</dd>
        <dt>{say('information.kind')}</dt>
        <dd>{kind.name[language]}</dd>
        <dt>{say('information.index-number')}</dt>
        <dd>{indexNumber}</dd>
        <dt>{say('information.attribute')}</dt>
        <dd>{say(`information.attribute.${attribute}`)}</dd>
        {madeOn === null ? null : (
          <>
            <dt>{say('information.made')}</dt>
            <dd>{day(madeOn)}</dd>
          </>
        )}
        <dt>{say('information.published')}</dt>
        <dd>{day(publishedOn)}</dd>
      </dl>
      <p>
        {say('information.not-it')} <Link to={`/apply?organ=${organ.code}`}>{say('information.apply')}</Link>
      </p>
    </Page>
  );
}

/** An application that needs not be sent; as long as this window stays as it is, what was typed can be had back. */
function Ended(): ReactNode {
  const say = useWords();
  const navigate = useNavigate();
  const goOn = (): void => {
    takeUpDraft();
    void navigate('/apply?step=3');
  };
  return (
    <div className="day" role="status">
      <p>{say('information.ended')}</p>
      {endedDraft() === null ? null : (
        <button type="button" className="plain" onClick={goOn}>
          {say('information.go-on')}
        </button>
      )}
    </div>
  );
}

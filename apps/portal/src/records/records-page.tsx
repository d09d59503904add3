import type { RecordReceipt, RecordStanding } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { Form, useLoaderData, useSearchParams } from 'react-router';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { Refusal } from '../parts/refusal.js';
import { RecordForm } from './record-form.js';
import type { RecordsAsked } from './records-asked.js';

/** A record of an office about oneself that is not accurate: asked to be corrected, and asked after (REG 41). */
export function RecordsPage(): ReactNode {
  const say = useWords();
  const { organs, standing } = useLoaderData<RecordsAsked>();
  const [receipt, keep] = useState<RecordReceipt | null>(null);
  return (
    <Page title={say('records.title')}>
      <p>{say('records.says')}</p>
      {organs.no === undefined ? null : <Refusal no={organs.no} />}
      {standing?.data === undefined ? null : <Standing standing={standing.data} />}
      {receipt === null ? <RecordForm organs={organs.data?.organs ?? []} onSent={keep} /> : <Receipt receipt={receipt} />}
      <AskAfter no={standing?.no} isAsked={standing !== null} />
    </Page>
  );
}

function Receipt({ receipt }: { readonly receipt: RecordReceipt }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const day = useDays();
  const { number, queryCode, organ, receivedOn, dueOn, provisional } = receipt;
  return (
    <section className="box" role="status" aria-labelledby="records-sent">
      <h2 id="records-sent">{say('records.sent')}</h2>
      <p>{say('records.sent.to', { organ: organ.name[language], day: day(receivedOn) })}</p>
      <p>
        {say('records.sent.number')} <b>{number}</b>
      </p>
      <p>
        {say('records.sent.code')} <b>{queryCode}</b>
      </p>
      <p>{say('records.sent.due', { day: day(dueOn) })}</p>
      {provisional ? <p className="hint">{say('day.provisional')}</p> : null}
    </section>
  );
}

function Standing({ standing }: { readonly standing: RecordStanding }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const day = useDays();
  const { number, organ, state, outcome, sentOn, dueOn, provisional, remedies } = standing;
  return (
    <section className="box" aria-labelledby="records-stands">
      <h2 id="records-stands">{number}</h2>
      <p>{organ.name[language]}</p>
      <p>
        <b>{say(`records.state.${state}`)}</b>
      </p>
      {state === 'in_hand' ? <p>{say('records.due', { day: day(dueOn) })}</p> : null}
      {state === 'in_hand' && provisional ? <p className="hint">{say('day.provisional')}</p> : null}
      {outcome === null ? null : (
        <p>
          {say(`records.outcome.${outcome}`)} {sentOn === null ? null : say('records.sent-on', { day: day(sentOn) })}
        </p>
      )}
      {remedies.length === 0 ? null : (
        <ul className="lines">
          {remedies.map((one) => (
            <li key={`${one.remedy} ${one.until}`}>
              {say(`can.${one.remedy}`, { until: day(one.until) })}
              {one.provisional ? say('can.provisional') : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type AskAfterProps = { readonly no: NonNullable<RecordsAsked['standing']>['no']; readonly isAsked: boolean };

function AskAfter({ no, isAsked }: AskAfterProps): ReactNode {
  const say = useWords();
  const [query] = useSearchParams();
  return (
    <section aria-labelledby="records-follow">
      <h2 id="records-follow">{say('records.follow')}</h2>
      {no === undefined || !isAsked ? null : <Refusal no={no} />}
      <Form method="get" action="/records" className="fields">
        <label htmlFor="number">{say('follow.number')}</label>
        <input id="number" name="number" defaultValue={query.get('number') ?? ''} required autoComplete="off" />
        <label htmlFor="code">{say('follow.code')}</label>
        <input id="code" name="code" defaultValue={query.get('code') ?? ''} required autoComplete="off" spellCheck={false} />
        <button className="main" type="submit">
          {say('follow.ask')}
        </button>
      </Form>
    </section>
  );
}

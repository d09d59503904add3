import type { PublicReceipt } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { QrCode } from '../parts/qr-code.js';

/** What somebody keeps of an application that was sent: the day first, then number and code. */
export function DonePage(): ReactNode {
  const receipt = useLocation().state as PublicReceipt | null;
  return receipt === null ? <Navigate to="/apply" replace /> : <Receipt receipt={receipt} />;
}

function Receipt({ receipt }: { readonly receipt: PublicReceipt }): ReactNode {
  const { number, queryCode, address, organ, submittedOn, receivedOn, dueOn, provisional } = receipt;
  const say = useWords();
  const language = useLanguage();
  // It is kept for longer than a year.
  const day = useDays();
  return (
    <Page title={say(receivedOn === null ? 'done.title.unconfirmed' : 'done.title')}>
      {dueOn === null ? (
        <p>{say('done.unconfirmed')}</p>
      ) : (
        <div className="day">
          <p className="hint">{say('day.reply')}</p>
          <p className="big">{day(dueOn)}</p>
          <p>{say('day.reply.says')}</p>
          {provisional ? <p className="hint">{say('day.provisional')}</p> : null}
        </div>
      )}
      <dl>
        <dt>{say('follow.number')}</dt>
        <dd className="big">{number}</dd>
        <dt>{say('follow.code')}</dt>
        <dd className="big">{queryCode}</dd>
        <dt>{say('done.organ')}</dt>
        <dd>{organ.name[language]}</dd>
        <dt>{say('done.submitted')}</dt>
        <dd>{day(submittedOn)}</dd>
        <dt>{say('done.received')}</dt>
        <dd>{receivedOn === null ? say('done.not-yet') : day(receivedOn)}</dd>
      </dl>
      <QrCode text={address} label={say('done.qr')} />
      <p className="hint">{say('done.qr.says')}</p>
      <p>{say('done.keep')}</p>
      <div className="bar">
        <button type="button" onClick={() => window.print()}>
          {say('done.print')}
        </button>
        <Link className="button main" to={`/follow?${new URLSearchParams({ number, code: queryCode }).toString()}`}>
          {say('home.follow')}
        </Link>
      </div>
    </Page>
  );
}

import type { AdministeredOrgan, GuideVersions } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useOffice } from '../shell/use-office.js';
import { GuideForm } from './guide-form.js';
import { useGuide } from './queries.js';
import { useLogValue } from './use-log-value.js';
import { useMoment } from './use-moment.js';

type Version = GuideVersions['items'][number];

const SHOWN = [
  ...(['office', 'address', 'hours', 'phone', 'fax', 'postalAddress', 'email', 'channels', 'webReceipt'] as const),
  ...(['reconsiderationOrgan', 'onlineChannel', 'court', 'supervisor', 'fonds', 'payment'] as const),
] as const;

/** What an organ has announced of itself on the portal, and its versions. */
export function GuideSection({ organ }: { readonly organ: AdministeredOrgan }): ReactNode {
  const t = useWords('settings');
  const [isOpen, open] = useState(false);
  const today = useOffice().data?.today;
  const { data, error, refetch } = useGuide(organ.code);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || today === undefined) return null;
  const inForce = data.items.find(({ version }) => version === data.inForce);
  return (
    <>
      <header className="card-head">
        <h2>{t('guide')}</h2>
        <span className="spring" />
        <a href={`/portal/guides/${organ.code}`} target="_blank" rel="noreferrer">
          {t('guide.see')}
        </a>
        <Button onClick={() => open(true)}>{t(inForce === undefined ? 'guide.write' : 'guide.change')}</Button>
      </header>
      {inForce === undefined ? <p className="set-empty">{t('guide.none')}</p> : <InForce version={inForce} />}
      <Versions versions={data} today={today} />
      {isOpen ? <GuideForm organ={organ} latest={data.items[0]} today={today} onClose={() => open(false)} /> : null}
    </>
  );
}

function InForce({ version: { guide } }: { readonly version: Version }): ReactNode {
  const t = useWords('settings');
  const value = useLogValue();
  return (
    <dl className="set-facts">
      {SHOWN.map((field) => (
        <div key={field}>
          <dt>{t(field === 'email' ? 'guide.channel.email' : `field.${field}`)}</dt>
          <dd>{value(field, guide[field])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Versions({
  versions: { items, inForce },
  today,
}: {
  readonly versions: GuideVersions;
  readonly today: string;
}): ReactNode {
  const t = useWords('settings');
  const days = useDays();
  const moment = useMoment();
  if (items.length === 0) return null;
  return (
    <details className="set-versions">
      <summary>{t('guide.versions', { count: items.length })}</summary>
      <ul className="set-list">
        {items.map(({ version, from, changedAt, changedBy }) => (
          <li key={version}>
            <span className="strong">{t('guide.version', { version, from: days.full(from) })}</span>
            <span>{t(version === inForce ? 'guide.in-force' : standingOn(today, from))}</span>
            <span className="spring" />
            <span className="muted">{changedBy === null ? t('guide.loaded') : `${changedBy.name} · ${moment(changedAt)}`}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Of a version that is not in force. */
const standingOn = (today: string, from: string): 'guide.announced' | 'guide.past' =>
  from > today ? 'guide.announced' : 'guide.past';

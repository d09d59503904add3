import { articleText, type FormedInformation } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { Light } from '../parts/light.js';
import { TableHead } from '../parts/table-head.js';
import { useSession } from '../session/session.js';
import { useEndFormed } from './use-formed.js';

/** What can be done with one that is open. */
export const FORMED_ACTS = ['publish', 'published', 'answered', 'mistaken'] as const;
export type FormedAct = (typeof FORMED_ACTS)[number];
export type FormedActing = { readonly item: FormedInformation; readonly act: FormedAct };

type OnAct = { readonly onAct: (acting: FormedActing) => void };
type Props = OnAct & { readonly items: readonly FormedInformation[] };

/** What was formed or changed and has to be public, with its light, its day and what became of it. */
export function FormedTable({ items, onAct }: Props): ReactNode {
  const t = useWords('catalogue');
  const columns = ['formed.standing', 'late.due', 'name', 'kind', 'organ', 'formed.on', 'formed.what'] as const;
  return (
    <div className="catalogue-scroll" tabIndex={0} role="region" aria-label={t('formed.title')}>
      <table className="catalogue-table">
        <TableHead columns={columns.map((column) => t(column))} />
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ item, onAct }: OnAct & { readonly item: FormedInformation }): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const { listed } = useDays();
  const { number, title, kind, organ, unit, change, on, note, url, entered } = item;
  return (
    <tr data-formed={number}>
      <td className="no-wrap">
        {item.end === null ? <Light light={item.light} /> : t(`formed.as.${item.end.as}`)}
        <div className="muted small">{number}</div>
      </td>
      <Due item={item} />
      <td className="catalogue-name">
        {title}
        {item.indexNumber === null ? null : <div className="muted small">{item.indexNumber}</div>}
        {note === '' ? null : <div className="muted small">{note}</div>}
        {url === null ? null : (
          <a className="small" href={url} target="_blank" rel="noreferrer">
            {t('formed.draft')}
          </a>
        )}
      </td>
      <td>{kind.name[language]}</td>
      <td>
        {organ.name[language]}
        {unit === null ? null : <div className="muted small">{unit.name[language]}</div>}
      </td>
      <td className="no-wrap">
        {listed(on)}
        <div className="muted small">{t(`formed.change.${change}`)}</div>
      </td>
      <td>
        {item.end === null ? <Acts item={item} onAct={onAct} /> : <Ended item={item} />}
        <div className="muted small">{t('formed.entered', { by: entered.by, day: listed(entered.on) })}</div>
      </td>
    </tr>
  );
}

type Of = { readonly item: FormedInformation };

function Due({ item: { due } }: Of): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const { listed } = useDays();
  const { article, source, days, unit } = due;
  const day = listed(due.on);
  const by = article === null ? (source ?? '') : articleText(article, language);
  return (
    <td>
      <span className="no-wrap">{due.provisional ? t('formed.provisional', { day }) : day}</span>
      <Left due={due} />
      <div className="muted small">{t(`formed.term.${unit}`, { count: days, by })}</div>
    </td>
  );
}

function Left({ due: { daysLeft } }: Pick<FormedInformation, 'due'>): ReactNode {
  const t = useWords('catalogue');
  if (daysLeft === null) return null;
  if (daysLeft < 0) return <div className="small strong">{t('formed.late', { count: -daysLeft })}</div>;
  return <div className="small">{t('formed.left', { count: daysLeft })}</div>;
}

function Acts({ item, onAct }: OnAct & Of): ReactNode {
  const t = useWords('catalogue');
  const { user } = useSession();
  // An entry is one of the own organ: who looks from above names the entry that the organ has made.
  const acts = FORMED_ACTS.filter((act) => act !== 'publish' || item.organ.code === user.organ);
  return acts.map((act) => (
    <Button
      key={act}
      size="small"
      className="no-print catalogue-act"
      aria-label={t(`formed.${act}.of`, { title: item.title })}
      onClick={() => onAct({ item, act })}
    >
      {t(`formed.${act}`)}
    </Button>
  ));
}

/** How it ended, by whom and when; that can be taken back. */
function Ended({ item }: Of): ReactNode {
  const t = useWords('catalogue');
  const { listed } = useDays();
  const back = useEndFormed(item, () => undefined);
  const { end, title } = item;
  if (end === null) return null;
  const { entry, reason, on, by } = end;
  return (
    <>
      {entry === null ? reason : t('formed.is', { number: entry.indexNumber, day: listed(entry.publishedOn) })}
      <div className="muted small">{t('formed.ended', { by: by ?? t('formed.table'), day: listed(on) })}</div>
      <Button
        size="small"
        className="no-print catalogue-act"
        loading={back.isPending}
        aria-label={t('formed.back.of', { title })}
        onClick={() => back.mutate(null)}
      >
        {t('formed.back')}
      </Button>
      {back.error === null ? null : <ErrorNotice error={back.error} />}
    </>
  );
}

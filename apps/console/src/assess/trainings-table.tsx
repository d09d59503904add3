import type { Training } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';
import { useMoment } from '../settings/use-moment.js';
import { partOf } from './training-sheet.js';

export type TrainingAct = Training['may'][number];
type OnAct = { readonly onAct: (act: TrainingAct, training: Training) => void };

const COLUMNS = ['heldOn', 'topic', 'organ', 'organs', 'people', 'record'] as const;

/** Trainings, a line each, with the record of what was done to the entry. */
export function TrainingsTable({ items, onAct }: OnAct & { readonly items: readonly Training[] }): ReactNode {
  const t = useWords('trainings');
  return (
    <div className="reports-scroll" tabIndex={0} role="region" aria-label={t('title')}>
      <table className="reports-list">
        <TableHead columns={COLUMNS.map((column) => t(`column.${column}`))} />
        <tbody>
          {items.map((training) => (
            <Row key={training.id} training={training} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ training, onAct }: OnAct & { readonly training: Training }): ReactNode {
  const t = useWords('trainings');
  const language = useLanguage();
  const { listed } = useDays();
  const { topic, heldOn, organ, people, removed, may } = training;
  return (
    <tr data-training={topic} className={removed ? 'assess-removed' : undefined}>
      <td className="no-wrap">{listed(heldOn)}</td>
      <td>{topic}</td>
      <td>{organ.name[language]}</td>
      <td>{partOf(training, language)}</td>
      <td className="assess-number">{people}</td>
      <td>
        <History training={training} />
        {may.map((act) => (
          <Button
            key={act}
            size="small"
            className="no-print"
            aria-label={t(`${act}.of`, { topic })}
            onClick={() => onAct(act, training)}
          >
            {t(act)}
          </Button>
        ))}
      </td>
    </tr>
  );
}

function History({ training: { history } }: { readonly training: Training }): ReactNode {
  const t = useWords('trainings');
  const { listed } = useDays();
  const moment = useMoment();
  return (
    <ul className="muted small assess-record">
      {history.map(({ at, by, did, why, before }, i) => (
        <li key={i}>
          {t(`did.${did}`, { who: t('who', { day: moment(at), name: by.name }), why: why ?? '' })}
          {before === null ? null : (
            <div>{t('before', { day: listed(before.heldOn), topic: before.topic, people: before.people })}</div>
          )}
        </li>
      ))}
    </ul>
  );
}

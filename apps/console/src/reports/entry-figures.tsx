import type { OfferedFigure, ReportEntry } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { Findings } from './findings.js';
import type { EntryProps } from './use-entry.js';

type Cell = ReportEntry['cells'][number];

/** Table A, cell by cell: what the system knows of it is offered and taken over by a click. */
export function EntryFigures({ entry, form, isOpen }: EntryProps): ReactNode {
  const t = useWords('reports');
  return (
    <section className="card reports-card" aria-label={t('entry.figures')}>
      <h2>{t('entry.figures')}</h2>
      {entry.cells.map((cell) => (
        <Figure key={cell.id} cell={cell} entry={entry} form={form} isOpen={isOpen} />
      ))}
    </section>
  );
}

function Figure({
  cell: { id, name, unit },
  entry,
  form: { typed, put },
  isOpen,
}: EntryProps & { readonly cell: Cell }): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const set = (value: string): void => put({ numbers: { ...typed.numbers, [id]: value } });
  return (
    <div className="reports-entry" data-field={id}>
      <label htmlFor={`entry-${id}`}>{name[language]}</label>
      <Input
        id={`entry-${id}`}
        className="reports-number"
        inputMode="decimal"
        value={typed.numbers[id] ?? ''}
        suffix={unit === 'count' ? undefined : t(`unit.${unit}`)}
        readOnly={!isOpen}
        onChange={({ target }) => set(target.value)}
      />
      {entry.offered
        .filter(({ cell }) => cell === id)
        .map((offered) => (
          <Offered key={offered.source} offered={offered} isOpen={isOpen} onTake={() => set(String(offered.value))} />
        ))}
      <Findings entry={entry} field={id} />
    </div>
  );
}

type OfferedProps = { readonly offered: OfferedFigure; readonly isOpen: boolean; readonly onTake: () => void };

function Offered({ offered: { value, source, units }, isOpen, onTake }: OfferedProps): ReactNode {
  const t = useWords('reports');
  const isWhole = units !== null && units.known === units.all;
  return (
    <span className="dense muted reports-line">
      {t(isWhole ? 'offered.rolled' : `offered.${source}`, { number: value, known: units?.known ?? 0, all: units?.all ?? 0 })}
      {isOpen ? (
        <Button size="small" type="link" onClick={onTake}>
          {t('offered.take', { number: value })}
        </Button>
      ) : null}
    </span>
  );
}

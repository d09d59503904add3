import type { ReportEntry } from '@gongkai/contracts';
import { Input, Select } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { Findings } from './findings.js';
import type { EntryProps } from './use-entry.js';

type Part = ReportEntry['texts'][number];

/** The narrative sections, part by part; a figure is quoted, not typed, and follows the tables until the report is frozen. */
export function EntryTexts({ entry, form, isOpen }: EntryProps): ReactNode {
  const t = useWords('reports');
  return (
    <section className="card reports-card" aria-label={t('entry.texts')}>
      <h2>{t('entry.texts')}</h2>
      <p className="dense muted">{t('entry.quote.what')}</p>
      {entry.texts.map((part) => (
        <PartField key={part.id} part={part} entry={entry} form={form} isOpen={isOpen} />
      ))}
    </section>
  );
}

const SECTIONS = { s1_general: 'part.s1', s5_problems: 'part.s5', s6_other: 'part.s6' } as const;

function PartField({ part, entry, form: { typed, put }, isOpen }: EntryProps & { readonly part: Part }): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const at = useRef<number>(undefined);
  const { id, section, title, text } = part;
  const words = typed.texts[id] ?? '';
  const set = (value: string): void => put({ texts: { ...typed.texts, [id]: value } });
  const quote = (cell: string): void => {
    const place = at.current ?? words.length;
    set(`${words.slice(0, place)}{{${cell}}}${words.slice(place)}`);
  };
  const label = title?.[language] ?? t(SECTIONS[section as keyof typeof SECTIONS]);
  return (
    <div className="reports-entry" data-field={id}>
      <label htmlFor={`entry-${id}`}>{label}</label>
      <Input.TextArea
        id={`entry-${id}`}
        value={words}
        readOnly={!isOpen}
        autoSize={{ minRows: 3 }}
        onSelect={({ currentTarget }) => {
          at.current = currentTarget.selectionEnd;
        }}
        onChange={({ target }) => set(target.value)}
      />
      {isOpen ? <Quote entry={entry} label={t('entry.quote', { part: label })} onQuote={quote} /> : null}
      {text === part.source ? null : <p className="dense muted reports-words">{t('entry.reads', { text })}</p>}
      <Findings entry={entry} field={id} />
    </div>
  );
}

type QuoteProps = { readonly entry: ReportEntry; readonly label: string; readonly onQuote: (cell: string) => void };

function Quote({ entry: { figures }, label, onQuote }: QuoteProps): ReactNode {
  const language = useLanguage();
  return (
    <Select
      aria-label={label}
      placeholder={label}
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      options={figures.map(({ cell, name, value }) => ({ value: cell, label: `${name[language]} = ${String(value ?? '—')}` }))}
      onSelect={(cell: string | null) => {
        if (cell !== null) onQuote(cell);
      }}
    />
  );
}

import type { Wording, WordingLack } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useOffice } from '../shell/use-office.js';
import { FormField } from './form-field.js';
import { NameChoice } from './name-choice.js';
import { NumberedText, type TextHandle } from './numbered-text.js';
import { Refusal } from './refusal.js';
import { SettingsForm } from './settings-form.js';
import { useAdopt, useLook, useShown, type WordingPlace } from './use-wording.js';

type Props = {
  readonly place: WordingPlace;
  readonly content: string;
  /** What holds without a wording of one's own. */
  readonly standard: string;
  readonly onChange: (content: string) => void;
};

type EditorProps = Props & { readonly names: Wording['names'] };

/** The text at the left, what it lacks and how it looks at the right; below, from when and why. */
export function WordingEditor({ place, content, standard, names, onChange }: EditorProps): ReactNode {
  const t = useWords('settings');
  const { data, error } = useLook(place, content);
  const text = useRef<TextHandle>(null);
  return (
    <div className="wording">
      <div className="wording-text">
        <div className="wording-head">
          <label htmlFor="wording-content">{t('wording.content')}</label>
          <NameChoice names={names} onPick={(name) => text.current?.insert(name)} />
        </div>
        <NumberedText id="wording-content" ref={text} value={content} rows={26} onChange={onChange} />
        <Adopting place={place} content={content} standard={standard} onChange={onChange} />
      </div>
      <div className="wording-look">
        <Lacks lacks={data?.lacks} onGo={(line) => text.current?.goTo(line)} />
        {error === null ? null : <ErrorNotice error={error} />}
        <Sheet pdf={data?.pdf} />
      </div>
    </div>
  );
}

type LacksProps = {
  readonly lacks: readonly WordingLack[] | undefined;
  /** Shows a line of the text, where it is on the screen. */
  readonly onGo?: (line: number) => void;
};

/** What a wording lacks, what is grave first to the eye. */
export function Lacks({ lacks, onGo }: LacksProps): ReactNode {
  const t = useWords('settings');
  if (lacks === undefined) return <p className="muted">{t('loading')}</p>;
  if (lacks.length === 0) return <p role="status">{t('wording.whole')}</p>;
  return (
    <ul className="wording-lacks" aria-label={t('wording.lacks')}>
      {lacks.map(({ code, line, isGrave, message }, i) => (
        <li key={`${code} ${String(i)}`} className={isGrave ? 'set-problem' : undefined}>
          {isGrave ? <span aria-hidden>▲ </span> : null}
          {line === null ? null : <Line line={line} onGo={onGo} />} {message}
        </li>
      ))}
    </ul>
  );
}

function Line({ line, onGo }: Pick<LacksProps, 'onGo'> & { readonly line: number }): ReactNode {
  const t = useWords('settings');
  const name = t('wording.line', { line });
  if (onGo === undefined) return name;
  return (
    <button type="button" className="link-button" onClick={() => onGo(line)}>
      {name}
    </button>
  );
}

function Sheet({ pdf }: { readonly pdf: string | null | undefined }): ReactNode {
  const t = useWords('settings');
  const address = useShown(pdf);
  if (address === null) return <p className="muted">{t('wording.no-sheet')}</p>;
  return <iframe className="wording-sheet" title={t('wording.sheet')} src={address} />;
}

function Adopting({ place, content, standard, onChange }: Props): ReactNode {
  const t = useWords('settings');
  const today = useOffice().data?.today;
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState('');
  const adopt = useAdopt(place, () => setReason(''));
  if (today === undefined) return null;
  const day = from === '' ? {} : { from };
  return (
    <SettingsForm onSubmit={() => adopt.mutate({ content, reason, ...day })}>
      <FormField id="wording-from" label={t('wording.from')} field="from" error={adopt.error}>
        <DateInput id="wording-from" value={from} today={today} proposal={today} onChange={setFrom} />
      </FormField>
      <FormField id="wording-reason" label={t('wording.reason')} required field="reason" error={adopt.error}>
        <Input id="wording-reason" required maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </FormField>
      <Refusal
        error={adopt.error}
        names={{ content: t('wording.content'), from: t('wording.from'), reason: t('wording.reason') }}
      />
      {adopt.isSuccess ? <p role="status">{t('wording.adopted')}</p> : null}
      <div className="set-acts">
        <Button onClick={() => onChange(standard)}>{t('wording.take-standard')}</Button>
        <Button type="primary" htmlType="submit" loading={adopt.isPending}>
          {t('wording.adopt')}
        </Button>
      </div>
    </SettingsForm>
  );
}

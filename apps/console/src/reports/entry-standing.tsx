import type { ReportEntry } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { officeDay } from '../i18n/office-time.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { changeOf, useSaving, useStep, type useTyped } from './use-entry.js';
import type { Asked } from './use-report.js';

type Props = { readonly entry: ReportEntry; readonly asked: Asked; readonly form: ReturnType<typeof useTyped> };

/** How far it is, who did what and said what, and what the reader can do now. */
export function EntryStanding({ entry, asked, form }: Props): ReactNode {
  const t = useWords('reports');
  const errors = entry.findings.filter(({ kind }) => kind === 'error').length;
  return (
    <section className="card reports-card" aria-label={t('entry.standing')} data-entry={entry.state}>
      <h2>{t('entry.standing')}</h2>
      <p role="status">{t(entry.version === 0 ? 'entry.none' : `entry.${entry.state}`)}</p>
      {errors === 0 || entry.version === 0 ? null : <p className="dense">{t('entry.lacks', { count: errors })}</p>}
      <Writing entry={entry} asked={asked} form={form} />
      <Talk entry={entry} asked={asked} />
      <ol className="dense reports-talk">
        {entry.history.map((deed, place) => (
          <Deed key={place} deed={deed} />
        ))}
      </ol>
    </section>
  );
}

function Writing({ entry, asked, form }: Props): ReactNode {
  const t = useWords('reports');
  const saving = useSaving(asked);
  const step = useStep(asked);
  const language = useLanguage();
  const { may, version, organ, year, scope } = entry;
  const save = (): void => saving.mutate(changeOf(form.typed), { onSuccess: form.forget });
  const error = saving.error ?? step.error;
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} />}
      {form.isChanged ? <p className="dense">{t('entry.unsaved')}</p> : null}
      <div className="reports-acts">
        {may.includes('save') ? (
          <Button type={form.isChanged ? 'primary' : 'default'} loading={saving.isPending} onClick={save}>
            {t('entry.save')}
          </Button>
        ) : null}
        {may.includes('approve') && !form.isChanged ? (
          <p className="dense">{t('entry.approves', { organ: organ.name[language], year, scope: t(`scope.of.${scope}`) })}</p>
        ) : null}
        {(['submit', 'approve'] as const)
          .filter((name) => may.includes(name) && !form.isChanged)
          .map((name) => (
            <Button key={name} type="primary" loading={step.isPending} onClick={() => step.mutate({ version, step: name })}>
              {t(`entry.act.${name}`)}
            </Button>
          ))}
      </div>
    </>
  );
}

/** What is said about it; who gives it back says why. */
function Talk({ entry: { may, version }, asked }: Pick<Props, 'entry' | 'asked'>): ReactNode {
  const t = useWords('reports');
  const [words, setWords] = useState('');
  const step = useStep(asked);
  const acts = (['comment', 'return'] as const).filter((name) => may.includes(name));
  if (acts.length === 0) return null;
  return (
    <>
      {step.error === null ? null : <ErrorNotice error={step.error} />}
      <Input.TextArea
        aria-label={t('entry.comment')}
        placeholder={t('entry.comment')}
        value={words}
        maxLength={1000}
        autoSize={{ minRows: 2 }}
        onChange={({ target }) => setWords(target.value)}
      />
      <div className="reports-acts">
        {acts.map((name) => (
          <Button
            key={name}
            disabled={words.trim() === ''}
            loading={step.isPending}
            onClick={() => step.mutate({ version, step: name, text: words.trim() }, { onSuccess: () => setWords('') })}
          >
            {t(`entry.act.${name}`)}
          </Button>
        ))}
      </div>
    </>
  );
}

function Deed({ deed: { at, by, did, text } }: { readonly deed: ReportEntry['history'][number] }): ReactNode {
  const t = useWords('reports');
  const { listed } = useDays();
  return (
    <li data-did={did}>
      {t(`did.${did}`, { day: listed(officeDay(at)), name: by.name })}
      {text === null ? null : <span className="reports-words">{text}</span>}
    </li>
  );
}

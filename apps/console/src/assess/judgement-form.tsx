import type { AssessmentOfOrgan } from '@gongkai/contracts';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { EvidenceInput, type EvidenceFile } from './evidence.js';
import type { Indicator } from './figure-words.js';
import { useEnter } from './use-assessments.js';

type Judged = { readonly choice: string | null; readonly remark: string; readonly files: readonly EvidenceFile[] };
type Typed = Readonly<Record<string, Judged>>;
const NOTHING: Judged = { choice: null, remark: '', files: [] };

const judgedIn = ({ assessment, figures }: AssessmentOfOrgan): [Indicator, Judged][] =>
  assessment.scheme.indicators.flatMap((indicator): [Indicator, Judged][] => {
    const { choice = null, remark = null, files = [] } = figures[indicator.id] ?? {};
    return indicator.entered === null ? [] : [[indicator, { choice, remark: remark ?? '', files }]];
  });

const entriesOf = (typed: Typed) =>
  Object.fromEntries(
    Object.entries(typed).map(([id, { choice, remark, files }]) => [
      id,
      { choice, remark: remark.trim() === '' ? null : remark, fileIds: files.map((file) => file.id) },
    ]),
  );

/** What an assessor judges: a choice, a remark and the evidence for each indicator that is not counted. */
export function JudgementForm({ view }: { readonly view: AssessmentOfOrgan }): ReactNode {
  const t = useWords('assess');
  const before = judgedIn(view);
  const [typed, type] = useState<Typed>(() => Object.fromEntries(before.map(([{ id }, judged]) => [id, judged])));
  const enter = useEnter(view);
  return (
    <section className="card reports-card" aria-label={t('choice')}>
      <h2>{t('choice')}</h2>
      {before.map(([indicator]) => (
        <Judgement
          key={indicator.id}
          indicator={indicator}
          judged={typed[indicator.id] ?? NOTHING}
          onChange={(judged) => type((all) => ({ ...all, [indicator.id]: judged }))}
        />
      ))}
      {enter.error === null ? null : <ErrorNotice error={enter.error} />}
      <div>
        <Button type="primary" loading={enter.isPending} onClick={() => enter.mutate(entriesOf(typed))}>
          {t('save')}
        </Button>
      </div>
    </section>
  );
}

type Props = { readonly indicator: Indicator; readonly judged: Judged; readonly onChange: (judged: Judged) => void };

function Judgement({ indicator: { name, entered }, judged, onChange }: Props): ReactNode {
  const t = useWords('assess');
  const language = useLanguage();
  const about = name[language];
  return (
    <div className="assess-judgement">
      <span className="strong">
        {about}
        {entered?.evidence === true ? <span className="muted small"> {t('evidence.needed')}</span> : null}
      </span>
      <Select
        aria-label={about}
        value={judged.choice ?? ''}
        options={[
          { value: '', label: t('choice.none') },
          ...(entered?.choices ?? []).map((choice) => ({ value: choice.id, label: choice.name[language] })),
        ]}
        onChange={(choice) => onChange({ ...judged, choice: choice === '' ? null : choice })}
        popupMatchSelectWidth={false}
      />
      <Input
        aria-label={`${about}：${t('remark')}`}
        placeholder={t('remark')}
        value={judged.remark}
        onChange={({ target }) => onChange({ ...judged, remark: target.value })}
      />
      <EvidenceInput about={about} files={judged.files} onChange={(files) => onChange({ ...judged, files })} />
    </div>
  );
}

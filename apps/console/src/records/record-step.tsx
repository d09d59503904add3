import {
  RECORD_OUTCOMES,
  type RecordCorrection,
  type RecordOutcome,
  type RecordRemedyStep,
  type RecordStepName,
} from '@gongkai/contracts';
import { Button, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { FormField } from '../settings/form-field.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import { useOffice } from '../shell/use-office.js';
import { useRecordStep, type RecordStepTyped } from './use-records.js';
import '../settings/settings.css';

type OwnStep = Exclude<RecordStepName, RecordRemedyStep>;
type Props = { readonly step: OwnStep; readonly item: RecordCorrection; readonly onClose: () => void };
type Typed = {
  readonly outcome: RecordOutcome;
  readonly text: string;
  readonly otherOrgan: string;
  readonly mode: 'in_person' | 'post' | 'electronic';
  readonly agreedTo: string;
  readonly on: string;
};
type Put = (change: Partial<Typed>) => void;

/** What is asked for with each step. */
const FIELDS: Readonly<Record<OwnStep, readonly (keyof Typed)[]>> = {
  decide: ['outcome', 'text', 'otherOrgan'],
  sendBack: ['text'],
  sign: [],
  send: ['mode', 'agreedTo', 'on'],
  serve: ['on'],
  withdraw: ['on', 'text'],
};

const PASSES: ReadonlySet<RecordOutcome> = new Set(['passed_on', 'told']);

/** Fields that only some choices ask for. */
const isAsked = (name: keyof Typed, { outcome, mode }: Typed): boolean => {
  if (name === 'otherOrgan') return PASSES.has(outcome);
  return name !== 'agreedTo' || mode === 'electronic';
};

/** What is sent: what belongs to the step and was filled in. */
function sent(step: OwnStep, typed: Typed): RecordStepTyped {
  const said = FIELDS[step].flatMap((name) => {
    const isSaid = typed[name].trim() !== '' && isAsked(name, typed);
    return isSaid ? [[name, typed[name]] as const] : [];
  });
  return { step, ...Object.fromEntries(said) } as RecordStepTyped;
}

/** What a form begins with: a decision that was drafted before is changed, not typed again. */
function startOf(step: OwnStep, { decision }: RecordCorrection, on: string): Typed {
  const nothing = { outcome: 'corrected', text: '', otherOrgan: '', mode: 'post', agreedTo: '', on } as const;
  if (decision === null) return nothing;
  const { outcome, text, otherOrgan } = decision;
  return { ...nothing, outcome, otherOrgan: otherOrgan ?? '', text: step === 'decide' ? text : '' };
}

/** A step of a request, with what it needs to be told. */
export function RecordStepDialog({ step, item, onClose }: Props): ReactNode {
  const t = useWords('records');
  const today = useOffice().data?.today;
  const [typed, type] = useState<Typed>(() => startOf(step, item, today ?? ''));
  const put: Put = (change) => type((before) => ({ ...before, ...change }));
  const stepping = useRecordStep(item, onClose);
  useFocusBack();
  const fields = FIELDS[step].filter((name) => isAsked(name, typed));
  const names = Object.fromEntries(FIELDS[step].map((name) => [name, t(`field.${name}`)]));
  return (
    <Modal open title={`${t(`step.${step}`)} · ${item.number}`} onCancel={onClose} footer={null} width={580}>
      <SettingsForm onSubmit={() => stepping.mutate(sent(step, typed))}>
        <p className="muted dense">{t(`what.${step}`)}</p>
        {fields.map((name) => (
          <FormField key={name} id={`record-${name}`} label={t(`field.${name}`)} required field={name} error={stepping.error}>
            <Control name={name} typed={typed} put={put} />
          </FormField>
        ))}
        <Refusal error={stepping.error} names={names} />
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={stepping.isPending}>
            {t(`step.${step}`)}
          </Button>
        </div>
      </SettingsForm>
    </Modal>
  );
}

const MODES = ['in_person', 'post', 'electronic'] as const;
type ControlProps = { readonly name: keyof Typed; readonly typed: Typed; readonly put: Put };

function Control({ name, typed, put }: ControlProps): ReactNode {
  const t = useWords('records');
  const today = useOffice().data?.today;
  const id = `record-${name}`;
  if (name === 'outcome') {
    const options = RECORD_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }));
    return <Select id={id} value={typed.outcome} options={options} onChange={(outcome: RecordOutcome) => put({ outcome })} />;
  }
  if (name === 'mode') {
    const options = MODES.map((value) => ({ value, label: t(`mode.${value}`) }));
    return <Select id={id} value={typed.mode} options={options} onChange={(mode: Typed['mode']) => put({ mode })} />;
  }
  if (name === 'on')
    return today === undefined ? null : <DateInput id={id} value={typed.on} today={today} onChange={(on) => put({ on })} />;
  return (
    <Input.TextArea
      id={id}
      autoSize={{ minRows: name === 'text' ? 3 : 1 }}
      value={typed[name]}
      onChange={({ target }) => put({ [name]: target.value })}
    />
  );
}

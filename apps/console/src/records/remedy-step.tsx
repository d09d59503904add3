import { optionTexts, type RecordCorrection, type RecordRemedyStep, type Text } from '@gongkai/contracts';
import { Button, Checkbox, Input, InputNumber, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { AppearingInput } from '../case/steps/appearing-input.js';
import { useText, useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { FormField } from '../settings/form-field.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import { useOffice } from '../shell/use-office.js';
import { FIELDS, resultsOf, sentOf, startOf, type Field, type Typed } from './remedy-fields.js';
import { useStepName } from './record-words.js';
import { useRecordStep, type RecordStepTyped } from './use-records.js';
import '../case/steps/step-dialog.css';
import '../settings/settings.css';

type Props = { readonly step: RecordRemedyStep; readonly item: RecordCorrection; readonly onClose: () => void };
type Put = (change: Typed) => void;

/** Something of a complaint, a reconsideration or a suit against the answer is recorded, as in a case. */
export function RemedyStepDialog({ step, item, onClose }: Props): ReactNode {
  const [t, r] = [useWords('step'), useWords('records')];
  const nameOf = useStepName();
  const today = useOffice().data?.today ?? '';
  const [typed, type] = useState<Typed>(() => startOf(step, item, today));
  const put: Put = (change) => type((before) => ({ ...before, ...change }));
  const stepping = useRecordStep(item, onClose);
  useFocusBack();
  const fields = FIELDS[step];
  const names = Object.fromEntries(fields.map((name) => [name, t(`field.${name}`)]));
  return (
    <Modal open title={`${nameOf(step)} · ${item.number}`} onCancel={onClose} footer={null} width={580}>
      <SettingsForm onSubmit={() => stepping.mutate({ step, ...sentOf(step, typed) } as RecordStepTyped)}>
        <p className="muted dense">{r('what.remedy')}</p>
        {fields.map((name) => (
          <FormField
            key={name}
            id={`remedy-${name}`}
            label={t(`field.${name}`)}
            required={name === 'result'}
            field={name}
            error={stepping.error}
          >
            <Control name={name} typed={typed} put={put} step={step} item={item} />
          </FormField>
        ))}
        <Refusal error={stepping.error} names={names} />
        <div className="set-acts">
          <Button onClick={onClose}>{r('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={stepping.isPending}>
            {nameOf(step)}
          </Button>
        </div>
      </SettingsForm>
    </Modal>
  );
}

type ControlProps = Pick<Props, 'step' | 'item'> & { readonly name: Field; readonly typed: Typed; readonly put: Put };

const DAYS: ReadonlySet<Field> = new Set<Field>(['on', 'acceptedOn', 'appliedOn', 'hearingOn', 'appealedOn']);
const CHECKS: ReadonlySet<Field> = new Set<Field>(['actAnew', 'afterReconsideration', 'final', 'prolonged']);

function Control(props: ControlProps): ReactNode {
  const { name, typed, put, step, item } = props;
  const id = `remedy-${name}`;
  const options = useOptions(name, { step, item });
  const label = useWords('step')(`field.${name}`);
  if (name === 'appearing') {
    const input = { id, label, value: typed[name], view: { remedies: item.challenges }, invalid: false };
    return <AppearingInput {...input} onChange={(listed) => put({ [name]: listed as readonly object[] })} />;
  }
  if (options === null) return <Entry {...props} id={id} />;
  const value = typed[name] as string | undefined;
  return <Select id={id} allowClear value={value} options={options} onChange={(said?: string) => put({ [name]: said })} />;
}

type EntryProps = Pick<ControlProps, 'name' | 'typed' | 'put'> & { readonly id: string };

/** What is ticked, or typed. */
function Entry({ name, typed, put, id }: EntryProps): ReactNode {
  if (CHECKS.has(name))
    return <Checkbox id={id} checked={typed[name] === true} onChange={({ target }) => put({ [name]: target.checked })} />;
  if (DAYS.has(name)) return <DayEntry name={name} typed={typed} put={put} id={id} />;
  if (name === 'redoWorkingDays')
    return <InputNumber id={id} min={1} max={250} onChange={(days) => put({ [name]: days ?? undefined })} />;
  return (
    <Input.TextArea
      id={id}
      autoSize={{ minRows: name === 'content' ? 3 : 1 }}
      value={textOf(typed[name])}
      onChange={({ target }) => put({ [name]: target.value })}
    />
  );
}

const textOf = (said: Typed[Field]): string => (typeof said === 'string' ? said : '');

function DayEntry({ name, typed, put, id }: EntryProps): ReactNode {
  const today = useOffice().data?.today;
  const leaning = name === 'hearingOn' ? 'future' : 'past';
  if (today === undefined) return null;
  const value = textOf(typed[name]);
  return <DateInput id={id} value={value} today={today} leaning={leaning} onChange={(day) => put({ [name]: day })} />;
}

type Option = { readonly value: string; readonly label: string };

/** What can be chosen; null where something is typed. */
function useOptions(name: Field, { step, item }: Pick<Props, 'step' | 'item'>): Option[] | null {
  const text = useText();
  const t = useWords('remedies');
  if (name === 'remedyId') {
    const open = item.challenges.filter(({ closedOn }) => closedOn === null);
    return open.map(({ id, kind, number = '' }) => ({ value: id, label: `${t(`kind.${kind}`)} ${number}`.trim() }));
  }
  if (name === 'result') return resultsOf(step).map((value) => ({ value, label: text(optionTexts.result[value]) }));
  if (name !== 'track' && name !== 'form' && name !== 'appealedBy') return null;
  return Object.entries<Text>(optionTexts[name]).map(([value, label]) => ({ value, label: text(label) }));
}

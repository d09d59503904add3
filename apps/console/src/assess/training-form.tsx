import type { Training } from '@gongkai/contracts';
import { Button, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useOrgans } from '../list/use-organ-name.js';
import { DateInput } from '../parts/date-input.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useSession } from '../session/session.js';
import { fieldProblem, FormField } from '../settings/form-field.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import { useOffice } from '../shell/use-office.js';
import { useTrainingSave } from './use-trainings.js';
import '../settings/settings.css';

/** What is typed, as text. */
type Typed = {
  readonly heldOn: string;
  readonly topic: string;
  readonly organs: readonly string[];
  readonly sections: string;
  readonly people: string;
  readonly why: string;
};

const typedOf = (training: Training | null, organ: string): Typed =>
  training === null
    ? { heldOn: '', topic: '', organs: [organ], sections: '', people: '', why: '' }
    : {
        heldOn: training.heldOn,
        topic: training.topic,
        organs: training.organs.map(({ code }) => code),
        sections: training.sections ?? '',
        people: String(training.people),
        why: '',
      };

const numberIn = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

/** What is sent: a field that is empty is left out, and the server asks for it. */
const sent = ({ heldOn, topic, organs, sections, people, why }: Typed, isCorrection: boolean) => ({
  heldOn: (heldOn === '' ? undefined : heldOn) as Training['heldOn'] | undefined,
  topic,
  organs: [...organs],
  sections: sections.trim() === '' ? null : sections,
  people: numberIn(people),
  ...(isCorrection ? { why } : {}),
});

type Props = { readonly training: Training | null; readonly onClose: () => void };

/** A training is entered, or put right with a reason. */
export function TrainingForm({ training, onClose }: Props): ReactNode {
  const t = useWords('trainings');
  const { user } = useSession();
  const [typed, type] = useState(() => typedOf(training, user.organ));
  const save = useTrainingSave(training, onClose);
  const put = (change: Partial<Typed>): void => type((before) => ({ ...before, ...change }));
  const fields = ['heldOn', 'topic', 'organs', 'sections', 'people', 'why'] as const;
  useFocusBack();
  return (
    <Modal
      open
      title={training === null ? t('add') : t('correct.of', { topic: training.topic })}
      onCancel={onClose}
      footer={null}
      width={620}
    >
      <SettingsForm onSubmit={() => save.mutate(sent(typed, training !== null))}>
        <Day typed={typed} put={put} error={save.error} />
        <Line name="topic" required typed={typed} put={put} error={save.error} />
        <Organs typed={typed} put={put} error={save.error} known={training?.organs ?? []} />
        <Line name="sections" typed={typed} put={put} error={save.error} hint={t('sections.what')} />
        <Line name="people" required typed={typed} put={put} error={save.error} />
        {training === null ? null : (
          <Line name="why" required typed={typed} put={put} error={save.error} hint={t('correct.what')} />
        )}
        <Refusal error={save.error} names={Object.fromEntries(fields.map((name) => [name, t(name)]))} />
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </SettingsForm>
    </Modal>
  );
}

type FieldProps = { readonly typed: Typed; readonly put: (change: Partial<Typed>) => void; readonly error: Error | null };
type LineProps = FieldProps & {
  readonly name: 'topic' | 'sections' | 'people' | 'why';
  readonly required?: boolean;
  readonly hint?: string;
};

function Line({ name, required = false, hint, typed, put, error }: LineProps): ReactNode {
  const t = useWords('trainings');
  return (
    <FormField id={`training-${name}`} label={t(name)} required={required} field={name} error={error} hint={hint}>
      <Input
        id={`training-${name}`}
        inputMode={name === 'people' ? 'numeric' : 'text'}
        autoComplete="off"
        value={typed[name]}
        onChange={({ target }) => put({ [name]: target.value })}
      />
    </FormField>
  );
}

function Day({ typed, put, error }: FieldProps): ReactNode {
  const t = useWords('trainings');
  const today = useOffice().data?.today;
  if (today === undefined) return null;
  return (
    <FormField id="training-heldOn" label={t('heldOn')} required field="heldOn" error={error}>
      <DateInput
        id="training-heldOn"
        autoFocus
        value={typed.heldOn}
        today={today}
        invalid={fieldProblem(error, 'heldOn') !== undefined}
        onChange={(heldOn) => put({ heldOn })}
      />
    </FormField>
  );
}

function Organs({ typed, put, error, known }: FieldProps & { readonly known: Training['organs'] }): ReactNode {
  const t = useWords('trainings');
  const language = useLanguage();
  const seen = useOrgans().data?.items ?? [];
  const all = [...seen, ...known.filter(({ code }) => seen.every((organ) => organ.code !== code))];
  return (
    <FormField id="training-organs" label={t('organs')} required field="organs" error={error}>
      <Select
        id="training-organs"
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        value={[...typed.organs]}
        options={all.map(({ code, name }) => ({ value: code, label: name[language] }))}
        onChange={(organs: string[]) => put({ organs })}
      />
    </FormField>
  );
}

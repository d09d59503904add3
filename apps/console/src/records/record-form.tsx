import type { EnteredRecord, FileView, NewRecordCorrection } from '@gongkai/contracts';
import { Button, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { EvidenceInput } from '../assess/evidence.js';
import { useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { FormField } from '../settings/form-field.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import { useOffice } from '../shell/use-office.js';
import { useEnterRecord, type RecordTyped } from './use-records.js';
import '../settings/settings.css';

const PERSON = ['name', 'idNumber', 'phone', 'address', 'agent'] as const;
const TEXTS = ['record', 'wrong', 'wanted', 'proof'] as const;
const CHANNELS = ['in_person', 'post', 'email'] as const;

type Typed = Readonly<Record<(typeof PERSON)[number] | (typeof TEXTS)[number] | 'receivedOn', string>> & {
  readonly channel: NewRecordCorrection['channel'];
  readonly files: readonly Pick<FileView, 'id' | 'name'>[];
};

const NOTHING: Typed = {
  ...{ name: '', idNumber: '', phone: '', address: '', agent: '', record: '', wrong: '', wanted: '', proof: '' },
  receivedOn: '',
  channel: 'in_person',
  files: [],
};

const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

/** What is sent: what is empty is left out, and the server asks for what it needs. */
function sent(typed: Typed): RecordTyped {
  const { name, idNumber, phone, address, agent, record, wrong, wanted, proof, receivedOn, channel, files } = typed;
  return {
    channel,
    receivedOn: said(receivedOn) as NewRecordCorrection['receivedOn'] | undefined,
    applicant: { name, idNumber: said(idNumber), phone: said(phone), address: said(address), agent: said(agent) },
    record,
    wrong,
    wanted,
    proof: said(proof),
    fileIds: files.map(({ id }) => id),
  };
}

type Props = { readonly onEntered: (entered: EnteredRecord) => void; readonly onClose: () => void };

/** A request that came over the counter, by post or by mail is entered. */
export function RecordForm({ onEntered, onClose }: Props): ReactNode {
  const t = useWords('records');
  const [typed, type] = useState(NOTHING);
  const put = (change: Partial<Typed>): void => type((before) => ({ ...before, ...change }));
  const entering = useEnterRecord((entered) => {
    onEntered(entered);
    onClose();
  });
  const { error } = entering;
  useFocusBack();
  const names = {
    ...Object.fromEntries(TEXTS.map((name) => [name, t(`field.${name}`)])),
    ...Object.fromEntries(PERSON.map((name) => [`applicant.${name}`, t(`field.${name}`)])),
    receivedOn: t('field.receivedOn'),
  };
  return (
    <Modal open title={t('add')} onCancel={onClose} footer={null} width={640}>
      <SettingsForm onSubmit={() => entering.mutate(sent(typed))}>
        {PERSON.map((name) => (
          <FormField
            key={name}
            id={`record-${name}`}
            label={t(`field.${name}`)}
            required={name === 'name'}
            field={`applicant.${name}`}
            error={error}
          >
            <Input
              id={`record-${name}`}
              autoComplete="off"
              value={typed[name]}
              onChange={({ target }) => put({ [name]: target.value })}
            />
          </FormField>
        ))}
        <Arrival typed={typed} put={put} error={error} />
        {TEXTS.map((name) => (
          <FormField
            key={name}
            id={`record-${name}`}
            label={t(`field.${name}`)}
            required={name !== 'proof'}
            field={name}
            error={error}
            hint={name === 'proof' ? t('field.proof.hint') : undefined}
          >
            <Input.TextArea
              id={`record-${name}`}
              autoSize={{ minRows: 1 }}
              value={typed[name]}
              onChange={({ target }) => put({ [name]: target.value })}
            />
          </FormField>
        ))}
        <EvidenceInput about={t('field.proof')} files={typed.files} onChange={(files) => put({ files })} />
        <Refusal error={error} names={names} />
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={entering.isPending}>
            {t('enter')}
          </Button>
        </div>
      </SettingsForm>
    </Modal>
  );
}

type ArrivalProps = {
  readonly typed: Typed;
  readonly put: (change: Partial<Typed>) => void;
  readonly error: Error | null;
};

function Arrival({ typed, put, error }: ArrivalProps): ReactNode {
  const t = useWords('records');
  const today = useOffice().data?.today;
  if (today === undefined) return null;
  const options = CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }));
  return (
    <>
      <FormField id="record-channel" label={t('field.channel')} required field="channel" error={error}>
        <Select
          id="record-channel"
          value={typed.channel}
          options={options}
          onChange={(channel: Typed['channel']) => put({ channel })}
        />
      </FormField>
      <FormField id="record-receivedOn" label={t('field.receivedOn')} required field="receivedOn" error={error}>
        <DateInput id="record-receivedOn" value={typed.receivedOn} today={today} onChange={(receivedOn) => put({ receivedOn })} />
      </FormField>
    </>
  );
}

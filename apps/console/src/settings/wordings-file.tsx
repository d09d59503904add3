import { paperTexts, type WordingsLook } from '@gongkai/contracts';
import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useText, useWords } from '../i18n/use-words.js';
import { TablePicker } from '../parts/table-picker.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { FormField } from './form-field.js';
import { Refusal } from './refusal.js';
import { SettingsForm } from './settings-form.js';
import { useFileLook, useTakeFile, wordingsOf } from './use-wording.js';
import { Lacks } from './wording-editor.js';

/** All wordings of an organ leave it as one file, and come as one from another installation. */
export function WordingsFile({ organ }: { readonly organ: string }): ReactNode {
  const words = useWords('wordings');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button href={`/api/v1${wordingsOf(organ)}`} download>
        {words('export')}
      </Button>
      <Button onClick={() => setOpen(true)}>{words('import')}</Button>
      {isOpen ? <TakeFile organ={organ} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type Props = { readonly organ: string; readonly onClose: () => void };

/** The file first, then what it changes and lacks, then why it is taken. */
function TakeFile({ organ, onClose }: Props): ReactNode {
  const words = useWords('wordings');
  useFocusBack();
  const [picked, setPicked] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const { data, error, isFetching } = useFileLook(organ, picked?.text ?? null);
  const pick = async (file: File): Promise<void> => setPicked({ name: file.name, text: await file.text() });
  return (
    <Modal open title={words('import')} onCancel={onClose} footer={null} width={720}>
      <p className="muted dense">{words('import-what')}</p>
      <TablePicker
        label={picked?.name ?? words('pick')}
        name={words('pick')}
        accept=".yaml,.yml"
        isPending={isFetching}
        onPick={(file) => void pick(file)}
      />
      <Refusal error={error} names={{ file: words('file') }} />
      {data === undefined ? null : <Changes look={data} />}
      {data === undefined || picked === null ? null : (
        <Taking organ={organ} file={picked.text} isGrave={isGrave(data)} onClose={onClose} />
      )}
    </Modal>
  );
}

const isGrave = ({ items }: WordingsLook): boolean => items.some(({ lacks }) => lacks.some((lack) => lack.isGrave));

function Changes({ look: { items } }: { readonly look: WordingsLook }): ReactNode {
  const words = useWords('wordings');
  const text = useText();
  return (
    <ul className="set-list" aria-label={words('changes')}>
      {items.map(({ kind, change, lacks }) => (
        <li key={kind} data-kind={kind}>
          <span className="strong">{text(paperTexts[kind])}</span> <span>{words(change)}</span>
          {lacks.length === 0 ? null : <Lacks lacks={lacks} />}
        </li>
      ))}
    </ul>
  );
}

type TakingProps = Props & { readonly file: string; readonly isGrave: boolean };

function Taking({ organ, file, isGrave: lacks, onClose }: TakingProps): ReactNode {
  const t = useWords('settings');
  const words = useWords('wordings');
  const [reason, setReason] = useState('');
  const taking = useTakeFile(organ, onClose);
  if (lacks) return <p role="status">{words('grave')}</p>;
  return (
    <SettingsForm onSubmit={() => taking.mutate({ file, reason })}>
      <FormField id="wordings-reason" label={t('wording.reason')} required field="reason" error={taking.error}>
        <Input id="wordings-reason" required maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </FormField>
      <Refusal error={taking.error} names={{ file: words('file'), reason: t('wording.reason') }} />
      <div className="set-acts">
        <Button onClick={onClose}>{words('leave')}</Button>
        <Button type="primary" htmlType="submit" loading={taking.isPending}>
          {words('take')}
        </Button>
      </div>
    </SettingsForm>
  );
}

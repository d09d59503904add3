import type { FormedInformation } from '@gongkai/contracts';
import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { FormField } from '../settings/form-field.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import type { FormedActing } from './formed-table.js';
import { NewEntry } from './new-entry.js';
import { useEndFormed } from './use-formed.js';

type Props = FormedActing & { readonly onClose: () => void };

/** What is done with information that has to be public: it is published now, was published already, is answered, or was a mistake. */
export function FormedActDialog({ item, act, onClose }: Props): ReactNode {
  if (act === 'publish') return <NewEntry from={item} onClose={onClose} />;
  if (act === 'published') return <Published item={item} onClose={onClose} />;
  return <Reasoned item={item} act={act} onClose={onClose} />;
}

type Of = { readonly item: FormedInformation; readonly onClose: () => void };

function Reasoned({ item, act, onClose }: Of & { readonly act: 'answered' | 'mistaken' }): ReactNode {
  const t = useWords('catalogue');
  const { error, isPending, mutate } = useEndFormed(item, onClose);
  const words = {
    ...{ title: t(`formed.${act}`), reason: t(`formed.${act}.reason`), what: t(`formed.${act}.what`) },
    ...{ act: t(`formed.${act}`), leave: t('leave') },
  };
  const ending = { error, isPending, mutate: (reason: string) => mutate({ as: act, reason }) };
  return <ReasonDialog words={words} about={<p className="strong">{item.title}</p>} act={ending} onClose={onClose} />;
}

function Published({ item, onClose }: Of): ReactNode {
  const t = useWords('catalogue');
  const [indexNumber, type] = useState(item.indexNumber ?? '');
  const ending = useEndFormed(item, onClose);
  useFocusBack();
  return (
    <Modal open title={t('formed.published')} onCancel={onClose} footer={null} width={520}>
      <SettingsForm onSubmit={() => ending.mutate({ as: 'published', indexNumber })}>
        <p className="strong">{item.title}</p>
        <p className="muted dense">{t('formed.published.what')}</p>
        <FormField id="formed-entry" label={t('index-number')} field="indexNumber" error={ending.error} required>
          <Input id="formed-entry" value={indexNumber} maxLength={100} autoFocus onChange={({ target }) => type(target.value)} />
        </FormField>
        <Refusal error={ending.error} names={{ indexNumber: t('index-number') }} />
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={ending.isPending}>
            {t('formed.published')}
          </Button>
        </div>
      </SettingsForm>
    </Modal>
  );
}

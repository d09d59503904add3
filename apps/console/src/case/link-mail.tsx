import type { CaseView } from '@gongkai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useSession } from '../session/session.js';
import { showTaken } from './show-taken.js';

type Consultation = CaseView['consultations'][number];
type Props = { readonly caseId: string; readonly consultation: Consultation };

/** The link by which a letter can still be answered is sent by mail, where whoever is asked agreed to that. */
export function LinkMail({ caseId, consultation }: Props): ReactNode {
  const t = useWords('case');
  const { user } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { kind, isAwaited } = consultation;
  const isAnswerable = kind !== 'secrecy_authority' && isAwaited;
  if (!isAnswerable || !user.roles.includes('caseworker')) return null;
  return (
    <>
      <button type="button" className="link-button no-print" onClick={() => setOpen(true)}>
        {t('link-mail')}
      </button>
      {isOpen ? <Dialog caseId={caseId} consultation={consultation} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Dialog({ caseId, consultation: { id, party }, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const t = useWords('case');
  const [email, setEmail] = useState('');
  const [hasAgreed, setAgreed] = useState(false);
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: () =>
      api.post<CaseView>(`/cases/${caseId}/consultations/${id}/link-mail`, { email: email.trim(), consent: true }),
    onSuccess: async (view) => {
      await showTaken(client, view);
      onClose();
    },
  });
  useFocusBack();
  return (
    <Modal open title={t('link-mail')} onCancel={onClose} footer={null} width={480}>
      <p className="strong">{party}</p>
      <label htmlFor="link-mail">{t('link-mail.address')}</label>
      <Input
        id="link-mail"
        type="email"
        autoFocus
        maxLength={254}
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <p>
        <Checkbox checked={hasAgreed} onChange={({ target }) => setAgreed(target.checked)}>
          {t('link-mail.consent')}
        </Checkbox>
      </p>
      <p className="muted dense">{t('link-mail.what')}</p>
      {sending.error === null ? null : <ErrorNotice error={sending.error} />}
      <Button
        type="primary"
        disabled={!hasAgreed || email.trim() === ''}
        loading={sending.isPending}
        onClick={() => sending.mutate()}
      >
        {t('link-mail.send')}
      </Button>
    </Modal>
  );
}

import { ATTACHED_AS, type AttachedAs, type CaseList, type IncomingView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useSettled } from '../case/steps/use-step.js';
import { useWords } from '../i18n/use-words.js';
import { InboxForm } from '../intake/inbox-form.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';
import { useIncomingAct } from './use-incoming.js';

type Props = {
  readonly id: string;
  /** The case that its sender has sent it to. */
  readonly meantFor: IncomingView['meantFor'];
  readonly onDone: (view: IncomingView) => void;
  readonly onClose: () => void;
};

const FOUND = 20;

/** To which case it belongs, and as what. */
export function AttachForm({ id, meantFor, onDone, onClose }: Props): ReactNode {
  const t = useWords('incoming');
  const [caseId, setCaseId] = useState(meantFor?.id);
  const [as, setAs] = useState<AttachedAs>(meantFor?.as ?? 'correction');
  const [note, setNote] = useState('');
  const act = useIncomingAct(id, onDone);
  const more = note.trim() === '' ? {} : { note: note.trim() };
  const send = (): void => {
    if (caseId !== undefined && !act.isPending) act.mutate({ type: 'attach', caseId, as, ...more });
  };
  return (
    <InboxForm act={t('attach')} isReady={caseId !== undefined} isPending={act.isPending} onSend={send} onDone={onClose}>
      <label htmlFor="attach-case">{t('attach.case')}</label>
      <CaseField meantFor={meantFor} value={caseId} onChange={setCaseId} />
      <label htmlFor="attach-as">{t('attach.as')}</label>
      <Select
        id="attach-as"
        className="incoming-wide"
        value={as}
        options={ATTACHED_AS.map((value) => ({ value, label: t(`as.${value}`) }))}
        onChange={setAs}
      />
      <label htmlFor="attach-note">{t('attach.note')}</label>
      <Input id="attach-note" value={note} onChange={({ target }) => setNote(target.value)} />
      {act.error === null ? null : <ErrorNotice error={act.error} />}
    </InboxForm>
  );
}

type CaseProps = Pick<Props, 'meantFor'> & { readonly value: string | undefined; readonly onChange: (id: string) => void };

/** A case of the own organ, found by number, name or text. */
function CaseField({ meantFor, value, onChange }: CaseProps): ReactNode {
  const t = useWords('incoming');
  const { user } = useSession();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: [...keys.cases.lists, 'attach', q],
    queryFn: () => api.get<CaseList>('/cases', { unit: user.organ, limit: FOUND, ...(q === '' ? { open: true } : { q }) }),
    placeholderData: (before) => before,
  });
  const rows = (found.data?.items ?? []).map((row) => ({
    value: row.id,
    label: `${row.number} ${row.applicantName} ${row.subject}`,
  }));
  return (
    <Select
      id="attach-case"
      className="incoming-wide"
      autoFocus
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('attach.find')}
      popupMatchSelectWidth={false}
      value={value}
      options={rows.some(({ value: id }) => id === meantFor?.id) || meantFor === null ? rows : [ofSender(meantFor), ...rows]}
      onChange={onChange}
    />
  );
}

const ofSender = ({ id: value, number: label }: NonNullable<Props['meantFor']>) => ({ value, label });

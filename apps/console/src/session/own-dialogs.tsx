import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { HandOverForm } from '../desk/hand-over.js';
import { AbsenceSection } from '../settings/absence-section.js';
import { DelegationSection } from '../settings/delegation-section.js';
import { ChangePasswordForm } from './change-password-form.js';
import { ReminderMailsChoice } from './reminder-mails.js';
import { useSession } from './session.js';
import { WayIn } from './way-in.js';
import './log-in.css';

export type OwnDialog = 'absence' | 'hand-over' | 'delegation' | 'mails' | 'way-in' | 'password';
const WIDTHS: Readonly<Partial<Record<OwnDialog, number>>> = { mails: 420, 'way-in': 480, password: 380 };
type Props = { readonly dialog: OwnDialog; readonly onClose: () => void };

/** What everybody sets for themselves: when they are away, who signs in their place, how they are mailed, and how they get in. */
export function OwnDialogs({ dialog, onClose }: Props): ReactNode {
  const t = useWords('shell');
  const { user } = useSession();
  return (
    <Modal open title={t(`own.${dialog}`)} footer={null} onCancel={onClose} width={WIDTHS[dialog] ?? 640}>
      {dialog === 'absence' ? <AbsenceSection personId="me" organ={user.organ} untitled /> : null}
      {dialog === 'delegation' ? (
        <DelegationSection personId="me" organ={user.organ} signs={user.roles.includes('approver')} untitled />
      ) : null}
      {dialog === 'hand-over' ? <HandOverForm personId={user.id} /> : null}
      {dialog === 'mails' ? <ReminderMailsChoice /> : null}
      {dialog === 'way-in' ? <WayIn /> : null}
      {dialog === 'password' ? <ChangePasswordForm username={user.username} onChanged={onClose} /> : null}
    </Modal>
  );
}

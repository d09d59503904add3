import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { AbsenceSection } from '../settings/absence-section.js';
import { DelegationSection } from '../settings/delegation-section.js';
import { ChangePasswordForm } from './change-password-form.js';
import { useSession } from './session.js';
import './log-in.css';

export type OwnDialog = 'absence' | 'delegation' | 'password';
type Props = { readonly dialog: OwnDialog; readonly onClose: () => void };

/** What everybody sets for themselves: when they are away, who signs in their place, and their password. */
export function OwnDialogs({ dialog, onClose }: Props): ReactNode {
  const t = useWords('shell');
  const { user } = useSession();
  return (
    <Modal open title={t(`own.${dialog}`)} footer={null} onCancel={onClose} width={dialog === 'password' ? 380 : 640}>
      {dialog === 'absence' ? <AbsenceSection personId="me" organ={user.organ} untitled /> : null}
      {dialog === 'delegation' ? (
        <DelegationSection personId="me" organ={user.organ} signs={user.roles.includes('approver')} untitled />
      ) : null}
      {dialog === 'password' ? <ChangePasswordForm username={user.username} onChanged={onClose} /> : null}
    </Modal>
  );
}

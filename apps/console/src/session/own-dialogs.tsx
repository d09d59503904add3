import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { AbsenceSection } from '../settings/absence-section.js';
import { ChangePasswordForm } from './change-password-form.js';
import { useSession } from './session.js';
import './log-in.css';

export type OwnDialog = 'absence' | 'password';
type Props = { readonly dialog: OwnDialog; readonly onClose: () => void };

/** What everybody sets for themselves: when they are away, and their password. */
export function OwnDialogs({ dialog, onClose }: Props): ReactNode {
  const t = useWords('shell');
  const { user } = useSession();
  return (
    <Modal open title={t(`own.${dialog}`)} footer={null} onCancel={onClose} width={dialog === 'absence' ? 640 : 380}>
      {dialog === 'absence' ? (
        <AbsenceSection personId="me" organ={user.organ} untitled />
      ) : (
        <ChangePasswordForm username={user.username} onChanged={onClose} />
      )}
    </Modal>
  );
}

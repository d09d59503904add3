import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { HandOverForm } from '../desk/hand-over.js';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';

/** Everything that a person holds to another, for whoever supervises. */
export function HandOver({ personId }: { readonly personId: string }): ReactNode {
  const t = useWords('overview');
  const { user } = useSession();
  const [isOpen, open] = useState(false);
  if (!user.roles.includes('supervisor')) return null;
  return (
    <>
      <Button onClick={() => open(true)}>{t('hand-over')}</Button>
      <Modal open={isOpen} title={t('hand-over')} footer={null} onCancel={() => open(false)} destroyOnHidden width={640}>
        <HandOverForm personId={personId} />
      </Modal>
    </>
  );
}

import { Alert, Button, Divider } from 'antd';
import type { ReactNode } from 'react';
import { isKey } from '../i18n/i18n.js';
import { useWords } from '../i18n/use-words.js';

/** The way in through the identity provider of the office, and why it did not lead in just now. */
export function SignOn(): ReactNode {
  const t = useWords('wayIn');
  const why = `sign-on.${new URLSearchParams(window.location.search).get('sign-on') ?? ''}`;
  return (
    <div className="log-in-sign-on">
      {isKey('wayIn', why) ? <Alert type="warning" showIcon role="alert" title={t(why)} /> : null}
      <Button type="primary" block href="/api/v1/session/sign-on">
        {t('sign-on')}
      </Button>
      <Divider plain>{t('sign-on.or')}</Divider>
    </div>
  );
}

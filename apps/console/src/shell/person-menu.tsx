import { Dropdown, type MenuProps } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { speak } from '../i18n/i18n.js';
import { roleName } from '../i18n/role-name.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import type { OwnDialog } from '../session/own-dialogs.js';
import { useSession } from '../session/session.js';

const OwnDialogs = lazy(async () => ({ default: (await import('../session/own-dialogs.js')).OwnDialogs }));

/** Who works here and in which role; roles, language and the way out. */
export function PersonMenu(): ReactNode {
  const t = useWords('shell');
  const language = useLanguage();
  const { user, role, workAs, logOut } = useSession();
  const [dialog, setDialog] = useState<OwnDialog | null>(null);
  const roles = user.roles.map((each) => ({ key: `role.${each}`, label: roleName(each, language), onClick: () => workAs(each) }));
  const items: MenuProps['items'] = [
    ...(roles.length > 1 ? [{ key: 'roles', type: 'group' as const, label: t('role.pick'), children: roles }] : []),
    ...(user.roles.includes('assessor')
      ? []
      : [{ key: 'absence', label: t('own.absence'), onClick: () => setDialog('absence') }]),
    ...(user.roles.includes('caseworker')
      ? [{ key: 'hand-over', label: t('own.hand-over'), onClick: () => setDialog('hand-over') }]
      : []),
    ...(user.roles.includes('approver')
      ? [{ key: 'delegation', label: t('own.delegation'), onClick: () => setDialog('delegation') }]
      : []),
    { key: 'mails', label: t('own.mails'), onClick: () => setDialog('mails') },
    { key: 'way-in', label: t('own.way-in'), onClick: () => setDialog('way-in') },
    { key: 'password', label: t('own.password'), onClick: () => setDialog('password') },
    { key: 'language', label: t('language'), onClick: () => void speak(language === 'en' ? 'zh-CN' : 'en') },
    { key: 'log-out', label: t('log-out'), onClick: () => void logOut() },
  ];
  return (
    <>
      <Dropdown menu={{ items, selectedKeys: [`role.${role}`] }} trigger={['click']}>
        <button type="button" className="top-person">
          <span className="unseen">{t('person-menu')} </span>
          {user.name}
          <small>{roleName(role, language)}</small>
        </button>
      </Dropdown>
      {dialog === null ? null : (
        <Suspense>
          <OwnDialogs dialog={dialog} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </>
  );
}

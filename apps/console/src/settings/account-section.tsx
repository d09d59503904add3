import type { AdministeredPerson, OneTimePassword } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import { ConfirmAct } from './confirm-act.js';
import { OneTimeSecret } from './one-time-secret.js';
import { useChange } from './queries.js';

type Props = { readonly person: AdministeredPerson };
type Act = 'reset' | 'unlink' | 'deactivate' | 'activate';

/** How a person gets in: a new password, the door closed, the door opened again. One's own is closed by somebody else. */
export function AccountSection({ person }: Props): ReactNode {
  const t = useWords('settings');
  const { user } = useSession();
  const [act, setAct] = useState<Act | null>(null);
  const w = useWords('wayIn');
  return (
    <section aria-label={t('account')}>
      <h2>{t('account')}</h2>
      {person.mustChangePassword ? <p className="dense">{t('account.must-change')}</p> : null}
      {person.secondFactor ? <p className="dense">{w('account.on')}</p> : null}
      {person.id === user.id ? (
        <p className="muted dense">{t('account.own')}</p>
      ) : (
        <div className="set-buttons">
          {actsOn(person).map((each) => (
            <Button key={each} onClick={() => setAct(each)}>
              {each === 'unlink' ? w('account.unlink') : t(`account.${each}`)}
            </Button>
          ))}
        </div>
      )}
      {act === null ? null : <Dialog key={act} act={act} person={person} onClose={() => setAct(null)} />}
    </section>
  );
}

const actsOn = ({ active, secondFactor }: AdministeredPerson): readonly Act[] =>
  active ? ['reset', ...(secondFactor ? (['unlink'] as const) : []), 'deactivate'] : ['activate'];

type DialogProps = Props & { readonly act: Act; readonly onClose: () => void };

const Dialog = ({ act, ...props }: DialogProps): ReactNode =>
  act === 'unlink' ? <Unlink {...props} /> : <DoAct act={act} {...props} />;

/** Cases in the hands of somebody who leaves have to be in other hands first. */
function OpenCases({ person: { id, openCases } }: Props): ReactNode {
  const t = useWords('settings');
  if (openCases === 0) return null;
  return (
    <p className="set-beforehand">
      {t('account.open-cases', { count: openCases })}{' '}
      <Link to={`/search?assignee=${id}&open=true`}>{t('account.open-cases-show')}</Link>
    </p>
  );
}

type DoActProps = Props & { readonly act: Exclude<Act, 'unlink'>; readonly onClose: () => void };

/** What each act does, said before it is done. */
const CONSEQUENCES = {
  reset: ['account.reset-1', 'account.reset-2'],
  deactivate: ['account.deactivate-1', 'account.deactivate-2', 'account.deactivate-3'],
  activate: ['account.activate-1'],
} as const;

/** For who has lost their authenticator. */
function Unlink({ person: { id, name }, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const t = useWords('wayIn');
  const logged = useWords('settings')('logged');
  const unlink = useChange(() => api.post<unknown>(`/admin/people/${id}/second-factor/removal`), onClose);
  return (
    <ConfirmAct
      title={t('account.unlink-title', { name })}
      consequences={[t('account.unlink-1'), t('account.unlink-2'), logged]}
      act={t('account.unlink')}
      onAct={() => unlink.mutate(undefined)}
      onClose={onClose}
      isPending={unlink.isPending}
      error={unlink.error}
    />
  );
}

function DoAct({ act, person, onClose }: DoActProps): ReactNode {
  const t = useWords('settings');
  const { id, name, username } = person;
  const change = useChange(
    async () => {
      if (act === 'reset') return (await api.post<OneTimePassword>(`/admin/people/${id}/password`)).password;
      await api.patch<AdministeredPerson>(`/admin/people/${id}`, { active: act === 'activate' });
      return null;
    },
    (password) => {
      if (password === null) onClose();
    },
  );
  if (typeof change.data === 'string') {
    const note = t('secret.for-person', { name, username });
    return <OneTimeSecret title={t('secret.password')} secret={change.data} note={note} onClose={onClose} />;
  }
  return (
    <ConfirmAct
      title={t(`account.${act}-title`, { name })}
      consequences={[...CONSEQUENCES[act].map((key) => t(key, { name })), t('logged')]}
      beforehand={act === 'deactivate' ? <OpenCases person={person} /> : null}
      act={t(`account.${act}`)}
      onAct={() => change.mutate(undefined)}
      onClose={onClose}
      isPending={change.isPending}
      error={change.error}
    />
  );
}

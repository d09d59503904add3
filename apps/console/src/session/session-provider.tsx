import { ROLES, type Role, type SessionView } from '@gongkai/contracts';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { api } from '../api/api.js';
import { watchAttendance } from '../api/attendance.js';
import { letGo } from '../api/departure.js';
import { keys } from '../api/keys.js';
import { isProblem } from '../api/problem.js';
import { dropCsrfToken, keepCsrfToken, useHasEnded } from '../api/session-token.js';
import { ScreenFailure } from '../shell/screen-failure.js';
import { ChangePasswordPage } from './change-password-page.js';
import { LogInAgain } from './log-in-again.js';
import { LogInPage } from './log-in-page.js';
import { SecondStepPage } from './second-step-page.js';
import { SessionContext, type Session } from './session.js';
import { hearTabs, tellTabs } from './tabs.js';

/** Milliseconds after which a server that did not answer is asked again. */
const PAUSE = 5_000;

/** Shows the screens to who is logged in, and the log-in to everybody else. */
export function SessionProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: keys.session,
    queryFn: whoIsThere,
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.status === 'error' ? PAUSE : false),
  });
  const enter = (session: SessionView): void => {
    keepCsrfToken(session.csrfToken);
    client.setQueryData(keys.session, session);
    tellTabs(session.user.id);
  };
  const [isLeaving, setLeaving] = useState(false);
  const logOut = useCallback(async (): Promise<void> => {
    // First the screens go, and with them what they listen to: it would ask the server for somebody who is not there any more.
    flushSync(() => setLeaving(true));
    try {
      await leave(client);
    } finally {
      setLeaving(false);
    }
  }, [client]);
  useEffect(watchAttendance, []);
  const userId = data?.user.id ?? null;
  useEffect(
    // Nothing of one person stays on the screen of another, or of nobody.
    () => hearTabs((now) => (now === userId ? void refetch() : window.location.reload())),
    [userId, refetch],
  );
  if (error !== null) return <ScreenFailure error={error} onRetry={() => void refetch()} />;
  if (data === undefined || isLeaving) return null;
  if (data === null) return <LogInPage onEntered={enter} />;
  if (!isComplete(data)) return <Completing view={data} onEntered={enter} onLogOut={() => void logOut()} />;
  return (
    <WithSession key={data.user.id} view={data} onEntered={enter} logOut={logOut}>
      {children}
    </WithSession>
  );
}

const isComplete = ({ mustChangePassword, secondFactor }: SessionView): boolean =>
  !mustChangePassword && secondFactor !== 'required';

type CompletingProps = Pick<WithSessionProps, 'view' | 'onEntered'> & { readonly onLogOut: () => void };

/** What a log-in lacks comes before everything else: a password of one's own, then a second step. */
function Completing({ view, onEntered, onLogOut }: CompletingProps): ReactNode {
  if (!view.mustChangePassword)
    return <SecondStepPage onDone={() => onEntered({ ...view, secondFactor: 'on' })} onLogOut={onLogOut} />;
  return (
    <ChangePasswordPage
      username={view.user.username}
      onChanged={() => onEntered({ ...view, mustChangePassword: false })}
      onLogOut={onLogOut}
    />
  );
}

/** Set beside the cookie of the session, which no script can read; over HTTPS its name has a prefix. */
const SESSION_SIGN = 'gongkai_session_sign=';

async function whoIsThere(): Promise<SessionView | null> {
  if (!document.cookie.includes(SESSION_SIGN)) return null;
  try {
    const session = await api.get<SessionView>('/session');
    keepCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (isProblem(error, 'unauthenticated')) return null;
    throw error;
  }
}

/** Logs out and forgets everything that was read, and what was begun in forms of this window: the next person sits down at the same screen. */
async function leave(client: QueryClient): Promise<void> {
  letGo();
  await api.delete('/session');
  dropCsrfToken();
  tellTabs(null);
  client.setQueryData(keys.session, null);
  forgetCases(client);
  sessionStorage.clear();
}

type WithSessionProps = {
  readonly view: SessionView;
  readonly onEntered: (session: SessionView) => void;
  readonly logOut: () => Promise<void>;
  readonly children: ReactNode;
};

function WithSession({ view, onEntered, logOut, children }: WithSessionProps): ReactNode {
  const { user } = view;
  const [role, setRole] = useState<Role>(() => keptRole(user.id, user.roles));
  const hasEnded = useHasEnded();
  const session = useMemo<Session>(
    () => ({
      user,
      role,
      workAs: (next) => {
        localStorage.setItem(roleKey(user.id), next);
        setRole(next);
      },
      logOut,
    }),
    [logOut, role, user],
  );
  return (
    <SessionContext value={session}>
      {children}
      {hasEnded ? <LogInAgain username={user.username} onEntered={onEntered} /> : null}
    </SessionContext>
  );
}

/** What one person may see is nothing for the next one at the same screen. */
const forgetCases = (client: QueryClient): void =>
  client.removeQueries({ predicate: ({ queryKey }) => !SHARED.includes(queryKey[0]) });
const SHARED: readonly unknown[] = [keys.session[0], keys.office[0]];

const roleKey = (userId: string): string => `gongkai.role.${userId}`;

/** The role this person last worked in here, else the one whose work comes first in the life of a case. */
function keptRole(userId: string, roles: readonly Role[]): Role {
  const kept = localStorage.getItem(roleKey(userId));
  return roles.find((role) => role === kept) ?? ROLES.find((role) => roles.includes(role)) ?? 'auditor';
}

import type { Role, SessionUser } from '@gongkai/contracts';
import { createContext, useContext } from 'react';

/** Who works here, in which of their roles. */
export type Session = {
  readonly user: SessionUser;
  /** The role whose sections are shown. */
  readonly role: Role;
  readonly workAs: (role: Role) => void;
  readonly logOut: () => Promise<void>;
};

export const SessionContext = createContext<Session | null>(null);

/** The session of the person at the screen. @throws Error outside of the screens that need one */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('Nobody is logged in here.');
  return session;
}

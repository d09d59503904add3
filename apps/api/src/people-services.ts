import type { Provider } from '@nestjs/common';
import {
  Accesses,
  Administration,
  ApiTokens,
  AuditTrail,
  Directory,
  OwnSessions,
  SecondFactors,
  Sessions,
  type LawShelf,
} from '@gongkai/casework';
import {
  AuditKeys,
  SignedDays,
  thrown,
  type Clock,
  type CommandPool,
  type Log,
  type Sealer,
  type Settings,
} from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { SignOn } from './sign-on.js';

/** Who is known here, and how they come in. */
export type PeopleServices = {
  readonly sessions: Sessions;
  readonly signOn: SignOn;
  readonly factors: SecondFactors;
  readonly ownSessions: OwnSessions;
  readonly tokens: ApiTokens;
  readonly directory: Directory;
  readonly administration: Administration;
  readonly trail: AuditTrail;
  readonly accesses: Accesses;
};

type Parts = {
  readonly source: DataSource;
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly laws: LawShelf;
  readonly sealer: Sealer;
  readonly log: Log;
};

/** Log-ins, the people behind them, and what administrators make of both. */
export function peopleOf({ source, pool, clock, laws, sealer, log }: Parts, settings: Settings): PeopleServices {
  const { secondFactorFor: neededFor, idleMinutes, ...place } = settings;
  const complain = (error: unknown): void => log.error(thrown(error), 'the days of an organ are not signed');
  const factors = new SecondFactors({ source, clock, sealer, neededFor });
  const sessions = new Sessions({ source, clock, factors, idleMinutes });
  return {
    factors,
    sessions,
    signOn: new SignOn({ sessions, sealer, log }, settings),
    ownSessions: new OwnSessions({ source, clock }),
    tokens: new ApiTokens(source, clock),
    directory: new Directory(source, clock),
    administration: new Administration({ source, clock, laws }),
    trail: new AuditTrail({ pool, clock, keys: AuditKeys.heldIn(place), signed: new SignedDays(place.dataDir), complain }),
    accesses: new Accesses({ pool, clock }),
  };
}

/** Who works here, how they come in, and what is held against what they wrote. */
export const peopleProviders = (services: PeopleServices): Provider[] => [
  { provide: Sessions, useValue: services.sessions },
  { provide: SignOn, useValue: services.signOn },
  { provide: SecondFactors, useValue: services.factors },
  { provide: OwnSessions, useValue: services.ownSessions },
  { provide: ApiTokens, useValue: services.tokens },
  { provide: Directory, useValue: services.directory },
  { provide: Administration, useValue: services.administration },
  { provide: AuditTrail, useValue: services.trail },
  { provide: Accesses, useValue: services.accesses },
];

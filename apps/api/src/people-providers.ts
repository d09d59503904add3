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
} from '@gongkai/casework';
import type { PeopleServices } from './people-services.js';
import { SignOn } from './sign-on.js';

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

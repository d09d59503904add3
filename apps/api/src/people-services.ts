import { Administration, ApiTokens, Directory, OwnSessions, SecondFactors, Sessions, type LawShelf } from '@gongkai/casework';
import type { Clock, Sealer, Settings } from '@gongkai/platform';
import type { DataSource } from 'typeorm';

/** Who is known here, and how they come in. */
export type PeopleServices = {
  readonly sessions: Sessions;
  readonly factors: SecondFactors;
  readonly ownSessions: OwnSessions;
  readonly tokens: ApiTokens;
  readonly directory: Directory;
  readonly administration: Administration;
};

type Parts = { readonly source: DataSource; readonly clock: Clock; readonly laws: LawShelf; readonly sealer: Sealer };

/** Log-ins, the people behind them, and what administrators make of both. */
export function peopleOf(
  { source, clock, laws, sealer }: Parts,
  { secondFactorFor: neededFor, idleMinutes }: Settings,
): PeopleServices {
  const factors = new SecondFactors({ source, clock, sealer, neededFor });
  return {
    factors,
    sessions: new Sessions({ source, clock, factors, idleMinutes }),
    ownSessions: new OwnSessions({ source, clock }),
    tokens: new ApiTokens(source, clock),
    directory: new Directory(source, clock),
    administration: new Administration({ source, clock, laws }),
  };
}

import type { ListedOrgan } from '@gongkai/casework';
import type { OfficeView } from '@gongkai/contracts';
import { migrate, startEmbeddedPostgres, SystemClock, type Settings } from '@gongkai/platform';
import { afresh, completeDemonstration, DEMO_PASSWORD, fillDemonstration, organsIn } from '@gongkai/simulation';

/** Told to the person who starts the program. */
export type Tell = (line: string) => void;

/** A database that is there, has its tables, and can be given back. */
export type Prepared = {
  readonly url: string;
  /** Organs of the demonstration that are in it; none in an installation. */
  readonly demonstration: readonly ListedOrgan[];
  readonly stop: () => Promise<void>;
};

/** Starts or finds the database, brings its tables up to date, and fills an empty embedded one with the demonstration. */
export async function prepareDatabase(settings: Settings, tell: Tell): Promise<Prepared> {
  const { url, stop } = await findDatabase(settings, tell);
  try {
    const steps = await migrate(url);
    if (steps.length > 0) tell(`The database was brought up to date (${steps.length} steps).`);
    const isOurs = settings.databaseUrl === undefined && !settings.production;
    return { url, demonstration: isOurs ? await demonstrate(url, settings, tell) : [], stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function findDatabase({ databaseUrl, dataDir }: Settings, tell: Tell): Promise<{ url: string; stop: () => Promise<void> }> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: () => Promise.resolve() };
  tell('Starting PostgreSQL …');
  return startEmbeddedPostgres({ dataDir, log: tell });
}

/** Loads the demonstration where nobody has put an organ yet, and adds to an older one what it lacks. @returns what is there of it */
async function demonstrate(url: string, settings: Settings, tell: Tell): Promise<readonly ListedOrgan[]> {
  const organs = () => organsIn(url, settings.configDir);
  const isEmpty = async (): Promise<boolean> => {
    const { demonstration, others } = await organs();
    return demonstration.length + others.length === 0;
  };
  const now = new SystemClock(settings.today).now();
  if (await isEmpty()) {
    tell('Loading the demonstration …');
    // Somebody who starts at the same moment may have loaded it by the time it is our turn.
    await afresh(url, { fill: (draft) => fillDemonstration(draft, settings, now), isWanted: isEmpty });
  } else if ((await completeDemonstration(url, settings, now)) > 0)
    tell('The demonstration was completed: guides, published information.');
  return (await organs()).demonstration;
}

/** How to get into the demonstration: every role of every organ that has them all. */
export function logInsOf(organs: readonly ListedOrgan[]): OfficeView['demonstration'] {
  const [first] = organs;
  if (first === undefined) return null;
  const complete = organs.filter(({ posts }) => posts.length === first.posts.length).map(({ code, name }) => ({ code, name }));
  return { password: DEMO_PASSWORD, organs: complete, roles: first.posts.map(({ role }) => role) };
}

/** The same in a few lines. */
export function linesOf(logIns: OfficeView['demonstration']): readonly string[] {
  if (logIns === null) return [];
  return [
    `Demonstration log-ins: <role>.<organ>, password ${logIns.password}`,
    `  roles   ${logIns.roles.join(' ')}`,
    `  organs  ${logIns.organs.map(({ code }) => code).join(' ')}`,
    `  e.g.    ${logIns.roles[0] ?? ''}.${logIns.organs[0]?.code ?? ''}`,
  ];
}

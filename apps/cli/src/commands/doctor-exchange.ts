import { exchangeKeysAt, Mailbox, SystemClock, type Settings } from '@gongkai/platform';

const [MINUTE_MS, SLOW_MINUTES] = [60_000, 10];

/**
 * The exchange with a portal in another network: its keys, its folder, and whether what lies there is carried over.
 * @returns undefined where nothing is exchanged, else whether it goes well, and in words
 * @throws SettingsError where the keys cannot be used
 */
export async function exchangeStanding({
  exchange,
  serves,
}: Settings): Promise<{ ok: boolean | null; what: string } | undefined> {
  if (exchange === undefined) return undefined;
  const keys = exchangeKeysAt(exchange.key, serves === 'relay' ? 'portal' : 'casework');
  const minutes = Math.floor((await new Mailbox(exchange.folder, keys, console, new SystemClock()).waiting()) / MINUTE_MS);
  if (minutes < SLOW_MINUTES) return { ok: true, what: `packages for the other network lie in ${exchange.folder}` };
  return {
    ok: null,
    what: `A package has been waiting in ${exchange.folder}/out for ${String(minutes)} minutes: nobody carries it to the other network.`,
  };
}

import { exchangeKeysAt, Mailbox, openLog, SystemClock, type Settings } from '@gongkai/platform';
import { Carrier } from './carrier.js';
import { createRelay } from './relay.js';

type Relay = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts the portal for a network without any way to the casework (`SERVES=relay`). @throws SettingsError */
export async function startRelay(settings: Settings, host: string): Promise<Relay> {
  const log = openLog(settings, 'relay');
  const clock = new SystemClock(settings.today);
  const { folder = '', key = '' } = settings.exchange ?? {};
  const mailbox = new Mailbox(folder, exchangeKeysAt(key, 'portal'), log, clock);
  const carrier = new Carrier({ mailbox, clock, log });
  const app = await createRelay({ settings, carrier, mailbox, clock, log });
  await app.listen({ port: settings.port, host });
  carrier.start();
  const stop = async (): Promise<void> => {
    await app.close();
    await carrier.stop();
  };
  return { url: app.listeningOrigin, stop };
}

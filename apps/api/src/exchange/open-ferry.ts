import { exchangeKeysAt, Mailbox, type Clock, type Log, type Settings } from '@gongkai/platform';
import type { FastifyInstance } from 'fastify';
import { Ferry } from './ferry.js';

/** The inner end of the exchange with a portal in another network; undefined where nothing is exchanged. @throws SettingsError */
export function openFerry(
  { exchange }: Settings,
  app: FastifyInstance,
  { log, clock }: { readonly log: Log; readonly clock: Clock },
): Ferry | undefined {
  if (exchange === undefined) return undefined;
  return new Ferry({ mailbox: new Mailbox(exchange.folder, exchangeKeysAt(exchange.key, 'casework'), log, clock), app, log });
}

import { reckonAnew, removeLooseFiles } from '@gongkai/casework';
import { askForIncoming } from '@gongkai/intake';
import { beat, HEARTBEAT_EVERY, type FaxSpool, READER } from '@gongkai/platform';
import { keepHouse } from './housekeeping.js';
import type { WorkerTools } from './tools.js';

/** No file takes a day to come. */
const DAY_MS = 86_400_000;

/** Something that is looked at by itself. */
type Round = {
  /** Seconds between two looks. */
  readonly every: number;
  readonly work: (tools: WorkerTools) => Promise<unknown>;
};

/** What rings: it says which cases it could not ring for, and which rings the office has nobody to hear. */
type Ringing = {
  readonly ring: () => Promise<{
    readonly failed: readonly { readonly caseId: string; readonly kind: string; readonly error: unknown }[];
    readonly unheard?: readonly { readonly caseId: string; readonly subject: string }[];
  }>;
};

/** What comes round, by its name. Jobs do not: the bell wakes their relay. */
export const rounds: Readonly<Record<string, Round>> = {
  /** A day's alarms are due from midnight on. */
  alarms: { every: 30, work: ({ alarms, complain }) => ring(alarms, complain) },
  /** A calendar that was changed is applied to the cases that are open. */
  calendars: { every: 5, work: reckonAnew },
  reminders: { every: 30, work: ({ reminders, complain }) => ring(reminders, complain) },
  duties: { every: 60, work: ({ duties, complain }) => ringDuties(duties, complain) },
  /** A fax that lies in the folder twice the same is whole. */
  faxes: { every: 10, work: ({ faxes, complain }) => takeIn(faxes, complain) },
  mails: { every: 30, work: async ({ mails }) => mails?.look() },
  /** What came in is read before anybody opens it. */
  readings: { every: 10, work: async ({ pool, reader }) => reader && pool.query(askForIncoming(READER)) },
  /** Whoever watches over the installation sees that a worker is there. */
  heartbeat: { every: HEARTBEAT_EVERY, work: ({ pool }) => pool.query(beat) },
  /** A day that is over is signed; what nobody signed while no worker was there is made up. */
  roots: { every: 600, work: ({ roots, complain }) => signDays(roots, complain) },
  housekeeping: {
    every: 3600,
    work: async (tools) => {
      await keepHouse(tools.pool, tools.clock);
      await removeFiles(tools);
    },
  },
};

/** What failed is told, and the next round tries it again: every alarm is still a row. */
async function ring(ringing: Ringing, complain: (error: unknown) => void): Promise<void> {
  const { failed, unheard = [] } = await ringing.ring();
  for (const { caseId, kind, error } of failed)
    complain(new Error(`${kind} of case ${caseId}: ${String(error)}`, { cause: error }));
  for (const { caseId, subject } of unheard) complain(new Error(`Nobody to tell of ${subject} of case ${caseId}`));
}

/** What organs owe without a case: what failed is told, and a ring that the office has nobody to hear. */
async function ringDuties(duties: Pick<WorkerTools['duties'], 'ring'>, complain: (error: unknown) => void): Promise<void> {
  const { unheard, failed } = await duties.ring();
  for (const error of failed) complain(error);
  for (const { deadline, about, organId } of unheard)
    complain(new Error(`Nobody to tell of ${deadline}:${about} of organ ${organId}`));
}

/** What stands in the way of one organ is told, and the others are signed. */
async function signDays(roots: WorkerTools['roots'], complain: (error: unknown) => void): Promise<void> {
  const { failed } = await roots.makeUp();
  for (const { organ, error } of failed)
    complain(new Error(`the days of ${organ} are not signed: ${String(error)}`, { cause: error }));
}

/** Files that nobody needs, those of destroyed cases among them: one that stays on the disk is told, and the next round tries it again. */
async function removeFiles({ complain, ...tools }: WorkerTools): Promise<void> {
  const { failed } = await removeLooseFiles(tools);
  for (const { id, error } of failed)
    complain(new Error(`file ${id} cannot be removed from the disk: ${String(error)}`, { cause: error }));
  await tools.store.removeDrafts(new Date(tools.clock.deviceTime().getTime() - DAY_MS));
}

/** A fax that could not be taken in stays where it is, and the next round tries it again. */
async function takeIn(faxes: Pick<FaxSpool, 'look'>, complain: (error: unknown) => void): Promise<void> {
  const { failed } = await faxes.look();
  for (const { name, error } of failed) complain(new Error(`fax ${name}: ${String(error)}`, { cause: error }));
}

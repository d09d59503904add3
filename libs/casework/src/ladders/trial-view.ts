import { TRIED_AS, type LadderTrial, type TriedCount, type TriedMessage } from '@gongkai/contracts';
import type { Message } from './tried-messages.js';

/** So many messages are listed; all of them are counted. */
const LISTED = 500;

const nameOf = ({ on, case: file, organ, deadline, about, due, person }: Message): string =>
  [on, file?.id ?? organ?.code, deadline, about, due, person.id].join(' ');

/** What would have been sent by a ladder that is tried, beside what the one in force would have. */
export function trialOf(
  asked: Pick<LadderTrial, 'from' | 'to' | 'cases' | 'more' | 'duties'>,
  now: readonly Message[],
  tried: readonly Message[],
): LadderTrial {
  const [inForce, wished] = [now, tried].map((messages) => new Map(messages.map((one) => [nameOf(one), one])));
  const all = [
    ...tried.map((one) => viewOf(one, differsFrom(inForce?.get(nameOf(one)), one))),
    ...now.flatMap((one) => (wished?.has(nameOf(one)) === true ? [] : [viewOf(one, 'dropped')])),
  ];
  const items = all.sort((a, b) => rank(a) - rank(b) || a.on.localeCompare(b.on)).slice(0, LISTED);
  return {
    ...asked,
    now: countOf(now),
    tried: countOf(tried),
    days: daysOf(now, tried),
    differs: Object.fromEntries(
      TRIED_AS.map((kind) => [kind, all.filter(({ differs }) => differs === kind).length]),
    ) as LadderTrial['differs'],
    items,
    leftOut: all.length - items.length,
  };
}

const rank = ({ differs }: TriedMessage): number => (differs === 'same' ? 1 : 0);

function differsFrom(held: Message | undefined, one: Message): TriedMessage['differs'] {
  if (held === undefined) return 'added';
  return [...held.by].sort().join() === [...one.by].sort().join() ? 'same' : 'otherwise';
}

const viewOf = (one: Message, differs: TriedMessage['differs']): TriedMessage => ({ ...one, differs });

const countOf = (messages: readonly Message[]): TriedCount => ({
  program: messages.length,
  mail: messages.filter(({ by }) => by.includes('mail')).length,
  webhook: messages.filter(({ by }) => by.includes('webhook')).length,
});

function daysOf(now: readonly Message[], tried: readonly Message[]): LadderTrial['days'] {
  const days = [...new Set([...now, ...tried].map(({ on }) => on))].sort();
  const on = (messages: readonly Message[], day: string): number => messages.filter((one) => one.on === day).length;
  return days.map((day) => ({ on: day, now: on(now, day), tried: on(tried, day) }));
}

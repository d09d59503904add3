import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Refusal, type CaseLedger } from '@gongkai/contracts';
import {
  corrected,
  ledgerOf,
  replay,
  takenAlongBy,
  type CaseFact,
  type CaseNow,
  type Decision,
  type JournalFact,
  type TakenAlong,
} from '@gongkai/lifecycle';
import type { LawOfCase } from '../law-shelf.js';
import { reckon, type Reckoned } from './columns.js';
import { correctAlong } from './correction.js';
import type { Follower } from './followers.js';
import { refused } from './retelling.js';
import { settle, stepped, type Moment } from './settle.js';
import type { Writing } from './write.js';

/** What was decided about a case that others were taken out of. */
type Led = {
  readonly caseId: string;
  readonly journal: readonly JournalFact[];
  readonly entry: JournalFact;
  readonly after: CaseNow;
};

/** What becomes of a case that follows. */
export type Followed = {
  readonly follower: Follower;
  readonly now: CaseNow;
  readonly decision: Decision;
  readonly reckoned: Reckoned;
  /** A statutory date of it moves. */
  readonly moves: boolean;
  readonly entry: Omit<JournalFact, 'fact'>;
};

/** By whom and by which law all of it is decided. */
export type Leading = {
  readonly followers: readonly Follower[];
  readonly law: LawOfCase;
  readonly moment: Moment;
};

/**
 * What a correction, or the word of a second person on one, brings about in the cases that were taken out of that case after what it
 * corrects: it happened to the application while it was one.
 * @throws Refusal `invalid-request` naming the case that cannot follow as it stands
 */
export function follow(led: Led, leading: Leading): Followed[] {
  return leading.followers
    .filter(({ from }) => from.caseId === led.caseId)
    .flatMap((follower) => {
      const echo = inTheNameOf(follower, () => echoIn(follower, led, leading));
      if (echo === null) return [];
      const { entry, followed } = echo;
      const { journal } = follower;
      return [followed, ...follow({ caseId: follower.row.id, journal, entry, after: followed.decision.after }, leading)];
    });
}

type Echo = { readonly entry: JournalFact; readonly followed: Followed };

function echoIn(follower: Follower, led: Led, leading: Leading): Echo | null {
  const now = replay(follower.journal, leading.law);
  const fields = changedFields(follower, led, leading);
  const waits = led.after.file.toConfirm.some(({ reason }) => reason === 'fact-corrected');
  if (Object.keys(fields).length > 0) return correctedEcho({ follower, now, leading }, { led, fields, waits });
  return waits ? null : confirmedEcho({ follower, now, leading }, led);
}

/** What the application of a follower has to say now, and does not say yet. */
function changedFields({ from: { splitId }, journal }: Follower, led: Led, { law }: Leading): Partial<TakenAlong> {
  if (led.entry.fact.type === 'FACT_CONFIRMED') return {};
  const [was, is] = [takenAlongBy(splitId, led.journal, law), takenAlongBy(splitId, [...led.journal, led.entry], law)];
  const said = corrected(journal)[0]?.fact as Partial<TakenAlong> | undefined;
  const changed = (Object.keys(is) as (keyof TakenAlong)[]).filter(
    (name) => said?.[name] !== undefined && !isDeepStrictEqual(was[name], is[name]) && !isDeepStrictEqual(said[name], is[name]),
  );
  return Object.fromEntries(changed.map((name) => [name, is[name]]));
}

type Echoing = { readonly follower: Follower; readonly now: CaseNow; readonly leading: Leading };
type Told = { readonly led: Led; readonly fields: Partial<TakenAlong>; readonly waits: boolean };

/** It is told anew by the same checks as if somebody had corrected it there, and waits for a second person as long as that case does. */
function correctedEcho(echoing: Echoing, { led, fields, waits }: Told): Echo {
  const { follower, now, leading } = echoing;
  const { fact, ...said } = led.entry;
  const { law } = leading;
  const correction = { entryId: follower.journal[0]?.id ?? '', fields, reason: reasonOf(fact) };
  const before = clockOf(now, leading);
  // Whether this person may was asked in the case that leads: who rejects a correction takes it back here as well.
  const allowed = { fact: { type: 'FACT_CORRECTED', ...correction, moves: false }, after: now, before, ledger: before } as const;
  const entry = { ...said, id: randomUUID() };
  const command = { type: 'correctFact', ...correction } as const;
  const correcting = { command, now, journal: follower.journal, entry, law, allowed };
  const { decision, moves } = correctAlong(correcting, { fields, follows: led.entry.id, waits });
  return echoOf(echoing, decision, { ...entry, moves });
}

const clockOf = ({ file }: CaseNow, { law, moment: { today } }: Leading): CaseLedger =>
  ledgerOf(file, law, { asOf: today, derivation: false });

const reasonOf = (fact: CaseFact): string => ('reason' in fact ? (fact.reason ?? '') : '');

/** Nothing waits any more in the case it follows. */
function confirmedEcho(echoing: Echoing, { entry: { fact: word, ...said } }: Led): Echo | null {
  const { follower, now, leading } = echoing;
  const waiting = now.file.toConfirm.find(({ follows }) => follows !== undefined);
  if (waiting === undefined || word.type === 'FACT_CORRECTED') return null;
  const { law } = leading;
  const fact: CaseFact = { type: 'FACT_CONFIRMED', on: said.today, entryId: waiting.entryId };
  const entry = { ...said, id: randomUUID() };
  const after = replay([...follower.journal, { ...entry, fact }], law);
  const decision = { fact, after, before: clockOf(now, leading), ledger: clockOf(after, leading) };
  return echoOf(echoing, decision, { ...entry, moves: false });
}

function echoOf(
  { follower, now, leading: { law, moment } }: Echoing,
  decision: Decision,
  { moves, ...entry }: Omit<JournalFact, 'fact'> & { readonly moves: boolean },
): Echo {
  const reckoned = reckon(decision.after, decision.ledger, law, moment.today);
  return { entry: { ...entry, fact: decision.fact }, followed: { follower, now, decision, reckoned, moves, entry } };
}

/** @throws Refusal naming the case, where something stands against it there */
function inTheNameOf<T>({ row: { number } }: Follower, decided: () => T): T {
  try {
    return decided();
  } catch (problem) {
    if (problem instanceof Refusal) throw refused([{ path: 'entryId', code: 'split-off-case', facts: { number } }]);
    throw problem;
  }
}

/** What the cases that follow leave in the database. */
export const followedWritings = (followed: readonly Followed[], moment: Moment): Partial<Writing>[] =>
  followed.map(({ follower: { row, applicantName, beside }, now, decision, reckoned, entry: { id: entryId, actorId } }) => {
    const next = stepped({ row, applicantName, beside, now, decision, reckoned, moment, entryId, actorId });
    const { row: changed, ...others } = settle(next);
    return { changed: [changed], ...others };
  });

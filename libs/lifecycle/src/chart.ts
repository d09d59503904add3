import { getNextTransitions, transition, type StateValue } from 'xstate';
import type { StepReason } from '@gongkai/contracts';
import { caseMachine } from './case.machine.js';
import type { FactType } from './facts.js';
import { guards, type Guard, type GuardName } from './guards.js';
import type { Situation } from './situation.js';

/** Where a case stands in the chart: all that is stored of it. */
export type ChartValue = StateValue;

/** What the chart says to a fact: it may happen, or why not. */
export type Opening = { readonly open: true } | { readonly open: false; readonly guard: GuardName | null };

const CLOSED: Opening = { open: false, guard: null };
const OPEN: Opening = { open: true };

/** Every kind of fact the chart knows of in this state, with its answer; the others are not for this stage. */
export function openingsOf(value: ChartValue, situation: Situation): ReadonlyMap<FactType, Opening> {
  const openings = new Map<FactType, Opening>();
  for (const { type, name } of waysOut(value, situation)) {
    if (openings.get(type)?.open === true) continue;
    openings.set(type, name === null || guards[name].holds(situation) ? OPEN : { open: false, guard: name });
  }
  return openings;
}

type WayOut = { readonly type: FactType; readonly name: GuardName | null };
const WAYS_OUT = new Map<string, readonly WayOut[]>();

/** What leads out of a place, with the guard before it: drawn in the chart once and for all, so it is looked up once. */
function waysOut(value: ChartValue, situation: Situation): readonly WayOut[] {
  const place = JSON.stringify(value);
  const known = WAYS_OUT.get(place);
  if (known !== undefined) return known;
  const ways = getNextTransitions(snapshotOf(value, situation)).map(({ eventType, guard }) => ({
    type: eventType as FactType,
    name: guardName(guard),
  }));
  WAYS_OUT.set(place, ways);
  return ways;
}

/** What the chart says to one kind of fact. */
export const openingFor = (openings: ReadonlyMap<FactType, Opening>, type: FactType): Opening => openings.get(type) ?? CLOSED;

/** The state after a fact; the same state where the fact leads nowhere else. */
export function advance(value: ChartValue, situation: Situation, type: FactType): ChartValue {
  const [next] = transition(caseMachine, snapshotOf(value, situation), { type });
  return next.value;
}

/** The state of a case of which nothing has happened yet. */
export const BEGINNING: ChartValue = 'unconfirmed';

const snapshotOf = (value: ChartValue, situation: Situation) => caseMachine.resolveState({ value, context: situation });

function guardName(guard: unknown): GuardName | null {
  const name = typeof guard === 'object' && guard !== null && 'type' in guard ? guard.type : guard;
  return typeof name === 'string' && name in guards ? (name as GuardName) : null;
}

/** Why a guard keeps a step closed, for the words and for the law's own codes. */
export function reasonOfGuard(
  name: GuardName,
  situation: Situation,
): { reason: StepReason | GuardName; article: string | undefined } {
  const { code, article, articleOf }: Guard = guards[name];
  return { reason: (code?.(situation) ?? name) as StepReason, article: articleOf?.(situation) ?? article };
}

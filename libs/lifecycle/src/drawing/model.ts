import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';

/** What leads from a state to another one: the fact, under its guard, and the state's path. */
export type Way = { readonly label: string; readonly to: string };
/** A state as it is drawn: what leads out of it, and what may happen in it without leading anywhere. */
export type DrawnState = {
  readonly path: string;
  readonly name: string;
  readonly isInitial: boolean;
  readonly isParallel: boolean;
  readonly ways: readonly Way[];
  readonly stays: readonly string[];
  readonly children: readonly DrawnState[];
};

/** The chart as a tree of states, read from the machine in the order in which it is written. */
export function drawnStates(node: AnyStateNode, parent?: AnyStateNode): DrawnState {
  const transitions = [...node.transitions.values()].flat();
  return {
    path: node.path.join('.'),
    name: node.key,
    isInitial: parent?.type === 'compound' && parent.initial.target.some(({ id }) => id === node.id),
    isParallel: node.type === 'parallel',
    ways: transitions.flatMap((it) => (it.target ?? []).map((target) => ({ label: labelOf(it), to: target.path.join('.') }))),
    stays: transitions.filter(({ target }) => target === undefined).map(labelOf),
    children: Object.values(node.states).map((child) => drawnStates(child, node)),
  };
}

function labelOf({ eventType, guard }: AnyTransitionDefinition): string {
  const event = eventType as string;
  const named: unknown = guard;
  const name = typeof named === 'object' && named !== null && 'type' in named ? named.type : named;
  return typeof name === 'string' ? `${event} [${name}]` : event;
}

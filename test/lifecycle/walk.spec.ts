import { getNextTransitions, type AnyStateNode } from 'xstate';
import { situationIn } from '@gongkai/lifecycle';
import { caseMachine } from '../../libs/lifecycle/src/case.machine.js';
import { advance, BEGINNING, openingFor, openingsOf, type ChartValue } from '../../libs/lifecycle/src/chart.js';
import { factTypesOf } from '../../libs/lifecycle/src/fact-types-of.js';
import type { FactType } from '../../libs/lifecycle/src/facts.js';
import { guards, type GuardName } from '../../libs/lifecycle/src/guards.js';
import type { Situation } from '../../libs/lifecycle/src/situation.js';
import { LAW } from '../support/life.js';
import { concerns, course, highway, type Concern } from '../support/sayings.js';
import { answeredByLink, beginning, brought, doubtful, leadingTo, walk, type Place, type Walk } from '../support/walk.js';

/** What can be under way at the same time; each is walked with each other, and alone along every byway. */
const BESIDE: readonly Concern[] = ['correction', 'fee', 'extension', 'reasons', 'consultation', 'reconsideration', 'endings'];
const ALONE: readonly Concern[] = [...BESIDE, 'complaint', 'litigation', 'people', 'orders', 'papers'];

/** Each by itself: a place that one walk cannot leave is not excused by another that passes it. */
function walkEverywhere(): Walk[] {
  const pairs = BESIDE.flatMap((one, i) => BESIDE.slice(i + 1).map((other) => [highway, concerns[one], concerns[other]]));
  return [
    ...ALONE.map((one) => walk(beginning(1), [course, concerns[one]])),
    ...pairs.map((sayings) => walk(beginning(1), sayings)),
    walk(beginning(2), [highway, concerns.endings]),
    walk(beginning(1), [concerns.withholding, highway]),
    walk(beginning(1), [highway], 'of-two'),
    walk(doubtful(), [highway, concerns.doubts]),
    walk(answeredByLink(), [concerns.byLink, highway]),
    walk(brought(), [course, concerns.correction, concerns.doubts]),
  ];
}

const walks = walkEverywhere();
const places: readonly Place[] = [...new Map(walks.flatMap((one) => [...one.places])).values()];
const ways = walks.flatMap((one) => one.ways);
const situationAt = ({ now }: Place): Situation => situationIn(now.file, LAW);
const FACT_TYPES: readonly FactType[] = [...new Set<FactType>(['APPLICATION_RECEIVED', ...Object.values(factTypesOf).flat()])];

/** Every innermost state of the chart, as `open.fee.noticed`. */
function leavesOf(node: AnyStateNode): string[] {
  const children = Object.values(node.states);
  return children.length === 0 ? [node.path.join('.')] : children.flatMap(leavesOf);
}

/** Every kind of fact that some state of the chart names. */
const eventsIn = (node: AnyStateNode): string[] => [...node.transitions.keys(), ...Object.values(node.states).flatMap(eventsIn)];

/** The innermost states of a value. */
function statesIn(value: ChartValue): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([key, inner]) => (inner ? statesIn(inner).map((state) => `${key}.${state}`) : []));
}

const standingAt = (among: Iterable<Place>, ...values: readonly string[]): string[] =>
  [...among].filter(({ now }) => typeof now.value === 'string' && values.includes(now.value)).map(({ key }) => key);

describe('a walk over every state and situation', () => {
  test('is a walk of some length', () => {
    expect(places.length).toBeGreaterThan(2000);
  });

  test('reaches every state of the chart', () => {
    const reached = new Set(places.flatMap(({ now }) => statesIn(now.value)));
    expect([...reached].sort()).toEqual(leavesOf(caseMachine.root).sort());
  });

  test.each([
    ['closed', ['closed', 'filed']],
    ['filed', ['filed']],
  ])('from everywhere a %s case can be reached', (_name, ends) => {
    const stuck = walks.flatMap((one) => {
      const leading = leadingTo(one, standingAt(one.places.values(), ...ends));
      return [...one.places.keys()].filter((key) => !leading.has(key));
    });
    expect(stuck).toEqual([]);
  });

  test('a filed case is opened again by an order, or by what had come in time, and by nothing else', () => {
    const filed = new Set(standingAt(places, 'filed'));
    const out = ways.filter(({ from, to }) => filed.has(from) && !filed.has(to)).map(({ fact }) => fact);
    expect([...new Set(out)].sort()).toEqual(['CORRECTION_RECEIVED', 'FEE_PAID', 'ROUND_ORDERED']);
  });

  test('produces every kind of fact, and the chart knows each', () => {
    const produced = new Set<FactType>(['APPLICATION_RECEIVED', ...ways.map(({ fact }) => fact)]);
    expect([...produced].sort()).toEqual([...FACT_TYPES].sort());
    expect([...new Set(eventsIn(caseMachine.root))].sort()).toEqual([...FACT_TYPES].sort());
  });

  test('what the chart does not open changes nothing', () => {
    const samples = new Map(places.map((place) => [JSON.stringify(place.now.value), place]));
    for (const [value, sample] of samples) {
      const situation = situationAt(sample);
      const openings = openingsOf(sample.now.value, situation);
      const closed = FACT_TYPES.filter((type) => !openingFor(openings, type).open);
      const moved = closed.filter((type) => JSON.stringify(advance(sample.now.value, situation, type)) !== value);
      expect({ value, moved }).toEqual({ value, moved: [] });
    }
  });
});

const OPEN_AT_FIRST = { open: { course: 'received', correction: 'none', fee: 'none', extension: 'none', reasons: 'none' } };

describe('the guards', () => {
  const asked = new Set<string>();
  const ask = (value: ChartValue, situation: Situation): void => {
    for (const { guard } of getNextTransitions(caseMachine.resolveState({ value, context: situation }))) {
      const name = (typeof guard === 'object' ? guard.type : guard) as GuardName | undefined;
      if (name !== undefined) asked.add(`${name} ${guards[name].holds(situation) ? 'passes' : 'fails'}`);
    }
  };

  test('are each asked both ways', () => {
    for (const place of places) ask(place.now.value, situationAt(place));
    const situation = situationAt(beginning(1));
    ask(BEGINNING, { ...situation, settled: true });
    ask(OPEN_AT_FIRST, { ...situation, feeEnabled: false });
    ask('closed', { ...situation, openSuit: true, assigned: true });
    const both = Object.keys(guards).flatMap((name) => [`${name} fails`, `${name} passes`]);
    expect([...asked].sort()).toEqual(both.sort());
  });
});

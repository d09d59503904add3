import type { HttpAnswer } from '../support/officer.js';
import { ask, isLetThrough, isRefused, shortOf } from './asking.js';
import { operations, type Operation } from './operations.js';
import { requestOf, type Sent } from './requests.js';
import type { Entry } from './rules/entry.js';
import { rules } from './rules/index.js';
import { canaryOf } from './sample.js';
import { forbiddenWords, mayAsk } from './verdict.js';
import { nameOf, WAYS, World, type Answered, type Call } from './world.js';

const asked = operations.filter(({ isPublic }) => !isPublic);

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.stop());

test('every endpoint that asks who is there stands in the table, and nothing else does', () => {
  expect(Object.keys(rules).toSorted()).toEqual(asked.map(({ id }) => id).toSorted());
});

type Way = (typeof WAYS)[number];
const isAtHome = ([from, to]: Way): boolean => from === to;

/** Of one's own organ alone; for one thing it is the same at home whichever the home is; lists are others in each. */
const WAYS_OF: Readonly<Record<Entry['of'], readonly Way[]>> = {
  none: WAYS.filter(isAtHome),
  one: WAYS.filter((way) => !isAtHome(way) || way[0] === 'street'),
  list: WAYS,
};

/** What is asked, by everybody; what names no organ is asked once from each. */
const callsOf = (operation: Operation, { of }: Entry): readonly Call[] =>
  WAYS_OF[of].flatMap(([from, target]) => {
    const [sent, own] = [target, from].map((organ) => requestOf(operation, world.sample(organ))) as [Sent, Sent];
    const isAgain = from !== target && JSON.stringify(sent) === JSON.stringify(own);
    return isAgain ? [] : world.callsFrom(from, target, sent);
  });

/** One for each way from an organ to another. */
const oneOfEach = (calls: readonly Call[]): readonly Call[] => [
  ...new Map(calls.map((call) => [`${call.viewer.organ} ${call.target}`, call])).values(),
];

/** What is wrong with an answer to somebody who may. */
function wrongIfAllowed({ answer, ...call }: Answered, entry: Entry, isWalled: boolean): string[] {
  const isLet = isLetThrough(call.sent.method, answer, isWalled);
  const isTold = !entry.tells || answer.text.includes(canaryOf(call.target)) || !isReadable(answer);
  return [
    ...(isLet ? [] : [`${nameOf(call)} is not let through: ${shortOf(answer)}`]),
    ...(isTold ? [] : [`${nameOf(call)} is not told: ${shortOf(answer)}`]),
  ];
}

const isReadable = ({ headers }: HttpAnswer): boolean => /json|text/.test(headers.get('content-type') ?? '');

/** What is wrong with an answer to somebody who may not: a list may be empty instead, as for an organ that there is none of. */
function wrongIfRefused({ answer, ...call }: Answered, entry: Entry): string[] {
  const isEmpty = entry.of === 'list' && answer.status === 200 && entry.own.some((role) => call.viewer.roles.includes(role));
  return isRefused(answer) || isEmpty ? [] : [`${nameOf(call)} is let through: ${shortOf(answer)}`];
}

const leaksIn = (entry: Entry, { answer, ...call }: Answered): string[] =>
  forbiddenWords(call.viewer, entry).flatMap((word) => (answer.text.includes(word) ? [`${nameOf(call)} reads ${word}`] : []));

/** Who asks for it is there no more, or listens on. */
const APART: readonly string[] = ['logOut', 'watch'];

test.each(asked.filter(({ id }) => !APART.includes(id)).map((operation) => [operation.id, operation] as const))(
  '%s',
  async (id, operation) => {
    const entry = rules[id];
    if (entry === undefined) throw new Error(`${id} has no entry in the table: say whose it is, in test/isolation/rules.`);
    const calls = callsOf(operation, entry);
    const isAllowed = ({ viewer, target }: Call): boolean => mayAsk(viewer, entry, target);
    const refused = await world.answered(calls.filter((call) => !isAllowed(call)));
    const may = calls.filter(isAllowed);
    const allowed = await world.answered(entry.costly ? oneOfEach(may) : may);
    const wrong = [
      ...refused.answers.flatMap((one) => wrongIfRefused(one, entry)),
      ...allowed.answers.flatMap((one) => wrongIfAllowed(one, entry, allowed.hits > 0)),
      ...[...refused.answers, ...allowed.answers].flatMap((one) => leaksIn(entry, one)),
    ];
    expect(wrong).toEqual([]);
    expect(`${String(refused.hits)} changes by who may not`).toBe('0 changes by who may not');
    expect((await ask(world.root, requestOf(operation, world.sample('street')))).status).toBe(401);
  },
);

test.each(asked.filter(({ id }) => APART.includes(id)).map((operation) => [operation.id, operation] as const))(
  '%s is closed to who is nobody',
  async (_, operation) => {
    expect((await ask(world.root, requestOf(operation, world.sample('street')))).status).toBe(401);
  },
);

import { Logger } from '@nestjs/common';
import { startTestApi, type TestApi } from '../support/api.js';
import { drawWaiting, redactWaiting } from '../support/drawing.js';
import type { HttpAnswer } from '../support/officer.js';
import { ask, isLetThrough, isRefused, shortOf } from './asking.js';
import { operations, type Operation } from './operations.js';
import { requestOf, type Sent } from './requests.js';
import type { Entry } from './rules/entry.js';
import { rules } from './rules/index.js';
import { canaryOf, ORGANS, plant, type OrganCode, type Sample } from './sample.js';
import { forbiddenWords, mayAsk, relationOf } from './verdict.js';
import { appointMany, everybody, type Viewer } from './viewers.js';
import { buildWall, type Wall } from './wall.js';

const asked = operations.filter(({ isPublic }) => !isPublic);

let api: TestApi;
let wall: Wall;
let viewers: readonly Viewer[];
const samples = new Map<OrganCode, Sample>();
beforeAll(async () => {
  api = await startTestApi();
  Logger.overrideLogger(false);
  await appointMany(api);
  await (await api.officer('supervisor.district')).post('/assessments', { year: 2026, quarter: 1 });
  for (const organ of ORGANS) samples.set(organ, await plant(api, organ));
  await drawWaiting(api);
  await redactWaiting(api);
  viewers = await everybody(api);
  wall = await buildWall(api.services.source);
});
afterAll(() => api.stop());

test('every endpoint that asks who is there stands in the table, and nothing else does', () => {
  expect(Object.keys(rules).toSorted()).toEqual(asked.map(({ id }) => id).toSorted());
});

/** From where to where: own, parent, beside, and from the parent downwards. */
const WAYS: readonly (readonly [from: OrganCode, to: OrganCode])[] = [
  ['street', 'street'],
  ['street', 'district'],
  ['street', 'bureau'],
  ['district', 'district'],
  ['district', 'street'],
];

type Call = { readonly viewer: Viewer; readonly target: OrganCode; readonly sent: Sent };

const sentTo = (operation: Operation, organ: OrganCode): Sent => {
  const sample = samples.get(organ);
  if (sample === undefined) throw new Error(`Nothing was planted in ${organ}.`);
  return requestOf(operation, sample);
};

/** What is asked, by everybody; what names nothing of an organ is asked once from each. */
function callsOf(operation: Operation): readonly Call[] {
  return WAYS.flatMap(([from, target]) => {
    const [sent, own] = [sentTo(operation, target), sentTo(operation, from)];
    const isOnce = rules[operation.id]?.of === 'none' || JSON.stringify(sent) === JSON.stringify(own);
    return from !== target && isOnce
      ? []
      : viewers.filter(({ organ }) => organ === from).map((viewer) => ({ viewer, target, sent }));
  });
}

type Answered = Call & { readonly answer: HttpAnswer };

/** All of them, and how much they were about to change. */
async function answered(calls: readonly Call[]): Promise<{ readonly answers: readonly Answered[]; readonly hits: number }> {
  const before = await wall.hits();
  const answers = await Promise.all(
    calls.map(async (call) => ({ ...call, answer: await ask(api.url, call.sent, call.viewer.officer) })),
  );
  return { answers, hits: (await wall.hits()) - before };
}

/** One for each way from an organ to another. */
const oneOfEach = (calls: readonly Call[]): readonly Call[] => [
  ...new Map(calls.map((call) => [`${call.viewer.organ} ${call.target}`, call])).values(),
];

const nameOf = ({ viewer, target }: Call): string =>
  `${viewer.name} of the ${viewer.organ}, of what is ${relationOf(viewer.organ, target)} (${target})`;

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

test.each(asked.filter(({ id }) => id !== 'logOut' && id !== 'watch').map((operation) => [operation.id, operation] as const))(
  '%s',
  async (id, operation) => {
    const entry = rules[id];
    if (entry === undefined) throw new Error(`${id} has no entry in the table: say whose it is, in test/isolation/rules.`);
    const calls = callsOf(operation);
    const isAllowed = ({ viewer, target }: Call): boolean => mayAsk(viewer, entry, target);
    const refused = await answered(calls.filter((call) => !isAllowed(call)));
    const may = calls.filter(isAllowed);
    const allowed = await answered(entry.costly ? oneOfEach(may) : may);
    const wrong = [
      ...refused.answers.flatMap((one) => wrongIfRefused(one, entry)),
      ...allowed.answers.flatMap((one) => wrongIfAllowed(one, entry, allowed.hits > 0)),
      ...[...refused.answers, ...allowed.answers].flatMap((one) => leaksIn(entry, one)),
    ];
    expect(wrong).toEqual([]);
    expect(`${String(refused.hits)} changes by who may not`).toBe('0 changes by who may not');
    expect((await ask(api.url, sentTo(operation, 'street'))).status).toBe(401);
  },
);

import type { HttpAnswer } from '../support/officer.js';
import { ask, shortOf } from './asking.js';
import { operations, type Operation } from './operations.js';
import { requestOf, type Sent } from './requests.js';
import { publicRules } from './rules/public.js';
import { canaryOf, ORGANS, type OrganCode } from './sample.js';
import { World } from './world.js';

const open = operations.filter(({ isPublic }) => isPublic);
const withRule = (rule: string): (readonly [string, Operation])[] =>
  open.filter(({ id }) => publicRules[id] === rule).map((operation) => [operation.id, operation] as const);

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterEach(() => world.forgetAttempts());
afterAll(() => world.stop());

const wordsIn = ({ text }: HttpAnswer): readonly string[] => ORGANS.map(canaryOf).filter((word) => text.includes(word));

test('every endpoint without a session stands in the table, and nothing else does', () => {
  expect(Object.keys(publicRules).toSorted()).toEqual(open.map(({ id }) => id).toSorted());
});

test.each(withRule('open'))('%s tells nobody what is not public', async (_, operation) => {
  for (const organ of ORGANS) {
    const answer = await ask(world.root, requestOf(operation, world.sample(organ)));
    expect([shortOf(answer), wordsIn(answer)]).toEqual([expect.not.stringMatching(/^5/), []]);
  }
});

test.each(withRule('said'))('%s tells everybody', async (_, operation) => {
  const { status } = await ask(world.root, requestOf(operation, world.sample('bureau')));
  expect(status).toBe(200);
});

/** What is asked of something in an organ with the code of another. */
function sentWith(operation: Operation, organ: OrganCode, codeOf: OrganCode): Sent {
  const sample = world.sample(codeOf);
  const code = operation.path.includes('record-corrections') ? sample.recordCode : sample.queryCode;
  const { path, body, ...sent } = requestOf(operation, world.sample(organ));
  const coded = (body as { code?: unknown } | undefined)?.code === undefined ? body : { ...(body as object), code };
  const address = operation.path.includes('{number}') && body === undefined ? `${path.split('?')[0] ?? ''}?code=${code}` : path;
  return { ...sent, path: address, ...(coded === undefined ? {} : { body: coded }) };
}

/** What is no code at all is told so; that a link which stops mails is none is not even told. */
const REFUSED =
  /^404 (application-not-found|not-found)$|^403 proof-needed$|^422 invalid-request code (required|mistyped-code)$|^204$/;

test.each(withRule('code'))('%s is closed without the code, and with that of another organ', async (_, operation) => {
  const before = await world.hits();
  for (const sent of [requestOf(operation, world.sample('street')), sentWith(operation, 'district', 'street')]) {
    const answer = await ask(world.root, sent);
    expect([shortOf(answer), wordsIn(answer)]).toEqual([expect.stringMatching(REFUSED), []]);
  }
  expect(await world.hits()).toBe(before);
});

test.each(withRule('code').filter(([, { path }]) => path.includes('{number}')))(
  '%s is open with the code, and tells of this organ alone',
  async (_, operation) => {
    const answer = await ask(world.root, sentWith(operation, 'street', 'street'));
    expect(shortOf(answer)).not.toMatch(/application-not-found/);
    expect(wordsIn(answer).filter((word) => word !== canaryOf('street'))).toEqual([]);
  },
);

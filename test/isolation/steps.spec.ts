import { COMMAND_TYPES, type CommandType } from '@gongkai/contracts';
import { isLetThrough, isRefused, shortOf } from './asking.js';
import { smallestBody } from './bodies.js';
import { steps } from './operations.js';
import { stepRules } from './rules/steps.js';
import type { Sample } from './sample.js';
import { relationOf } from './verdict.js';
import { nameOf, WAYS, World, type Call } from './world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.stop());

test('every step stands in the table', () => {
  expect([...steps.keys()].toSorted()).toEqual(Object.keys(stepRules).toSorted());
});

/** What a step says of a case, with ids that are known there. */
function bodyOf(type: CommandType, { consultation, unitRequest, receiver, colleague, scan, item, case: id }: Sample): unknown {
  const schema = steps.get(type);
  if (schema === undefined) throw new Error(`No schema of ${type}.`);
  const ids = { consultationId: consultation, requestId: unitRequest, assignee: receiver, person: colleague };
  return smallestBody(schema, {
    ...ids,
    itemId: item,
    itemIds: [item],
    items: [item],
    caseId: id,
    intoCaseId: id,
    fileIds: [scan],
  });
}

/** In the own organ whoever has the role; below the supervisor alone. */
function mayTake({ viewer: { organ, roles }, target }: Call, type: CommandType): boolean {
  const relation = relationOf(organ, target);
  const acting = relation === 'own' ? roles : relation === 'below' ? roles.filter((role) => role === 'supervisor') : [];
  return acting.some((role) => stepRules[type].includes(role));
}

/** What is closed from elsewhere to who holds nearly every post, and to the supervisor, is closed to each of the others. */
const ELSEWHERE: readonly string[] = ['many', 'supervisor'];

test.each(COMMAND_TYPES)('%s, taken and previewed', async (type) => {
  const calls = WAYS.flatMap(([from, target]) => {
    const sample = world.sample(target);
    const path = `/api/v1/cases/${sample.case}/commands`;
    const everybody = world.callsFrom(from, target, { method: 'POST', path, body: bodyOf(type, sample) });
    return from === target ? everybody : everybody.filter(({ viewer }) => ELSEWHERE.includes(viewer.name));
  });
  const asPreview = (call: Call): Call => ({ ...call, sent: { ...call.sent, path: `${call.sent.path}?preview=true` } });
  const may = calls.filter((call) => mayTake(call, type));
  const others = calls.filter((call) => !mayTake(call, type));
  const mayNot = [...others, ...others.filter(({ target }) => target === 'street').map(asPreview)];
  const refused = await world.answered(mayNot);
  const allowed = await world.answered(may);
  expect([
    ...refused.answers.flatMap((one) => (isRefused(one.answer) ? [] : [`${nameOf(one)} may: ${shortOf(one.answer)}`])),
    ...allowed.answers.flatMap((one) =>
      isLetThrough('POST', one.answer, allowed.hits > 0) ? [] : [`${nameOf(one)} may not: ${shortOf(one.answer)}`],
    ),
  ]).toEqual([]);
  expect(refused.hits).toBe(0);
});

import fc from 'fast-check';
import { harmed, harms, seldom, valueOf, wild } from '../arbitrary.mjs';
import { schemaNamed, STEPS } from '../description.mjs';
import { judged } from '../judged.mjs';

const ROLES = ['caseworker', 'caseworker', 'clerk', 'approver', 'approver', 'reviewer', 'archivist', 'supervisor'];

const BODIES = new Map(STEPS.map(({ type, schema }) => [type, valueOf(schema)]));
const TYPES = [...BODIES.keys()];
const anyBody = fc.constantFrom(...TYPES).chain((type) => BODIES.get(type));
/** One that can be taken now has a body of its own for each type; which one is known only when the case is. */
const bodies = fc.record({
  any: anyBody,
  isAny: fc.integer({ min: 0, max: 9 }).map((n) => n < 4),
  which: fc.nat(),
  seed: fc.nat(),
});

const step = fc.record({
  kind: fc.constant('step'),
  at: fc.nat(),
  role: fc.constantFrom(...ROLES),
  body: bodies,
  done: harms,
  isPreview: fc.boolean(),
  cut: seldom(fc.nat(400)),
});
const opening = fc.record({ kind: fc.constant('open'), at: fc.nat(), body: valueOf(schemaNamed('NewApplication')), done: harms });
const text = fc.record({
  kind: fc.constant('text'),
  at: fc.nat(),
  text: fc.oneof(
    fc.json(),
    wild.map((one) => JSON.stringify(one)),
  ),
});

/** Steps of every type in cases of every kind: taken or refused, never an error of ours, and what is refused changes nothing. */
export const commands = {
  name: 'commands',
  arbitrary: fc.oneof({ weight: 12, arbitrary: step }, { weight: 2, arbitrary: opening }, { weight: 1, arbitrary: text }),
  check: async (given, office) => {
    const asked = await askedOf(given, office);
    const before = await office.standing();
    const answer = judged(await office.ask(asked), asked);
    const isTaken = answer.statusCode < 300 && given.isPreview !== true;
    if (isTaken) noted(answer, office);
    if (isTaken) return answer.statusCode;
    const after = await office.standing();
    if (JSON.stringify(after) !== JSON.stringify(before))
      throw new Error(`It changed something: ${answer.statusCode} to ${JSON.stringify(asked)}\n${difference(before, after)}`);
    return given.isPreview ? `${answer.statusCode} preview` : answer.statusCode;
  },
};

async function askedOf(given, office) {
  const caseId = office.cases[given.at % office.cases.length];
  const organ = await office.organOf(caseId);
  const place = { method: 'POST', url: `/api/v1/cases/${caseId}/commands`, username: office.who(given.role ?? 'clerk', organ) };
  if (given.kind === 'text') return { ...place, payload: given.text };
  if (given.kind === 'open')
    return { ...place, url: '/api/v1/cases', payload: JSON.stringify(harmed(office.fill(given.body), given.done)) };
  const { answer } = await office.ask({ username: place.username, url: `/api/v1/cases/${caseId}` });
  const view = answer.statusCode === 200 ? answer.json() : {};
  const body = bodyFor(given.body, view);
  const whole = JSON.stringify(office.fill(harmed(body, given.done), view)) ?? '';
  const payload = given.cut === null ? whole : whole.slice(0, given.cut);
  return { ...place, url: `${place.url}${given.isPreview ? '?preview=true' : ''}`, payload };
}

/** Of what can be done now, or of anything. */
function bodyFor({ any, isAny, which, seed }, { permitted = [] }) {
  const types = permitted.map(({ type }) => type).filter((type) => BODIES.has(type));
  if (isAny || types.length === 0) return any;
  return fc.sample(BODIES.get(types[which % types.length]), { seed, numRuns: 1 })[0];
}

function noted(answer, office) {
  const { id } = answer.json();
  if (id !== undefined && !office.cases.includes(id)) office.cases.push(id);
}

const difference = (before, after) =>
  Object.keys(after)
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name}: ${before[name]} before, ${after[name]} after`)
    .join('\n');

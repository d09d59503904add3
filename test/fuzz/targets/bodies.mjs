import fc from 'fast-check';
import { harmed, harms, valueOf } from '../arbitrary.mjs';
import { OPERATIONS } from '../description.mjs';
import { judged } from '../judged.mjs';

const ROLES = ['clerk', 'caseworker', 'approver', 'archivist', 'supervisor', 'auditor', 'admin', undefined];
/** Steps have a target of their own; who changes sessions, passwords or people locks the others out. */
const SKIPPED = /\/session|\/commands$|password|second-factor|\/admin\/people|hand-over|mail-stops|webhooks\/\{id\}\/test/;
const WRITES = OPERATIONS.filter(({ method, place }) => method !== 'GET' && !SKIPPED.test(place));

const sending = fc.constantFrom(...WRITES).chain(({ place, method, holes, body }) =>
  fc.record({
    ...{ place: fc.constant(place), method: fc.constant(method) },
    role: fc.constantFrom(...ROLES),
    at: fc.nat(),
    holes: fc.record(Object.fromEntries(holes.map((name) => [name, fc.nat(300).map(($id) => ({ $id }))]))),
    body: body === undefined ? fc.constant(undefined) : valueOf(body),
    done: harms,
  }),
);

/** Whatever else is sent as JSON to any address: taken or refused, never an error of ours. */
export const bodies = {
  name: 'bodies',
  arbitrary: sending,
  check: async ({ place, method, role, at, holes, body, done }, office) => {
    const organ = office.organs[at % office.organs.length];
    const filledHoles = office.fill(holes);
    const url = place.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(filledHoles[name])));
    const payload = body === undefined ? undefined : JSON.stringify(office.fill(harmed(body, done)));
    const asked = { method, url, payload, username: role === undefined ? undefined : office.who(role, organ) };
    return judged(await office.ask(asked), asked).statusCode;
  },
};

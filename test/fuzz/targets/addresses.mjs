import fc from 'fast-check';
import { seldom, valueOf, wild } from '../arbitrary.mjs';
import { OPERATIONS } from '../description.mjs';
import { judged } from '../judged.mjs';

const ROLES = ['supervisor', 'clerk', 'caseworker', 'approver', 'archivist', 'auditor', 'admin', undefined];
/** A stream does not end; a bundle and an export are made in minutes. */
const SKIPPED = /events|bundle|export|openapi/i;
const READS = OPERATIONS.filter(({ method, place }) => method === 'GET' && !SKIPPED.test(place));

/** A filter as its field asks for it, several with commas between, or anything. */
const filter = (schema) => {
  const one = valueOf(schema);
  return fc.oneof(
    { weight: 5, arbitrary: one },
    { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 3 }) },
    { weight: 2, arbitrary: wild },
  );
};
const hole = fc.oneof(
  { weight: 6, arbitrary: fc.nat(300).map(($id) => ({ $id })) },
  wild,
  fc.constantFrom('2019', '2020', 'bureau', 'CN'),
);
/** A cursor that was given, what has become of it on its way, or none. */
const cursor = fc.record({ at: fc.nat(), cut: fc.option(fc.nat(80)), insert: fc.option(fc.string({ maxLength: 3 })) });

const asking = fc.constantFrom(...READS).chain(({ place, holes, query }) =>
  fc.record({
    place: fc.constant(place),
    role: fc.constantFrom(...ROLES),
    at: fc.nat(),
    holes: fc.record(Object.fromEntries(holes.map((name) => [name, hole]))),
    query: fc.record(
      Object.fromEntries(query.filter(({ name }) => name !== 'cursor').map(({ name, schema }) => [name, filter(schema)])),
      { requiredKeys: [] },
    ),
    cursor: query.some(({ name }) => name === 'cursor') ? fc.option(cursor) : fc.constant(null),
    tail: seldom(fc.constantFrom('&limit=1&limit=2', '&limit[]=1', '&%', '&q=%00', '&q=%ff', '&=', '&__proto__=1', '&sort[a]=1')),
  }),
);

/** Filters, sorts and cursors of every list, and every other address that is read. */
export const addresses = {
  name: 'addresses',
  arbitrary: asking,
  check: async (given, office) => {
    const asked = askedOf(given, office);
    const answer = judged(await office.ask(asked), asked);
    const isJson = String(answer.headers['content-type']).includes('json');
    if (answer.statusCode === 200 && isJson) office.learn(answer.json());
    return answer.statusCode;
  },
};

function askedOf({ place, role, at, holes, query, cursor: from, tail }, office) {
  const organ = office.organs[at % office.organs.length];
  const filledHoles = office.fill(holes);
  const path = place.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(written(filledHoles[name])));
  const asked = Object.entries(office.fill(query)).map(([name, value]) => `${name}=${encodeURIComponent(written(value))}`);
  if (from !== null) asked.push(`cursor=${encodeURIComponent(cursorOf(from, office.cursors))}`);
  const url = `${path}?${asked.join('&')}${tail ?? ''}`;
  return { url, username: role === undefined ? undefined : office.who(role, organ) };
}

function cursorOf({ at, cut, insert }, known) {
  const whole = known.length === 0 ? 'WyJhIl0' : known[at % known.length];
  const left = cut === null ? whole : whole.slice(0, cut);
  return insert === null ? left : `${insert}${left}`;
}

/** Half of a sign cannot stand in an address. */
const written = (value) => (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed();

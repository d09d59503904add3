/**
 * Values as a schema asks for them, and what is wrong with them. Ids and days are placeholders until it is known of which case and day:
 * `{ $id: n, $of: field }`, `{ $day: n }`.
 */
import fc from 'fast-check';
import { resolved } from './description.mjs';

/** Deeper, a value is the shortest there is. */
const DEEPEST = 5;

const WORDS = [
  '预算',
  '城关镇',
  'x',
  '1',
  'me',
  'true',
  'reply',
  'a b',
  '2019',
  '𠮷',
  'ＡＢ',
  '%',
  "' OR 1=1",
  '<b>',
  '..',
  'constructor',
];
/** What people and programs send by mistake, and what they send on purpose. */
const ODD = [
  ...['', ' ', '\0', 'a\0b', '\ud800', '\u202e', '\r\n', '__proto__', '9999-12-31', '0000-00-00', '2019-02-30', '+020190-01-01'],
  ...[null, true, -1, 0, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 63, 'a'.repeat(5000), '预'.repeat(300), '\\', '\u2028'],
  ...[[], {}, [[]], [null], { $id: 0 }, { $day: 400 }, { $day: -9000 }],
];

/** What is refused whatever else is said, unless much was done before: files that were handed in, a delegation. */
const RARE = new Set(['fileIds', 'inPlaceOf', 'mentions', 'envelopeFileId']);
/** They name people. */
const PEOPLE = /^(?:assignee|person)$/;

const word = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ minLength: 1, maxLength: 12 }));
const anId = fc.nat(60).map(($id) => ({ $id }));
const idNamed = (name) => fc.nat(60).map(($id) => ({ $id, $of: name }));
const aDay = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -12, max: 1 }) }, fc.integer({ min: -400, max: 400 }));
/** Anything. */
export const wild = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ODD) },
  { weight: 2, arbitrary: anId },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

const FORMATS = {
  date: aDay.map(($day) => ({ $day })),
  'date-time': aDay.map(($day) => ({ $day, time: 'T09:00:00+08:00' })),
  email: fc.constantFrom('somebody@example.org', 'a@b.cn'),
  uuid: anId,
  uri: fc.constantFrom('https://example.org/1', 'http://127.0.0.1/'),
};

const KINDS = {
  object: ({ properties = {}, required = [] }, { depth }) => {
    const field = (name) => valueOf(properties[name], { name, depth: depth + 1 });
    const needed = fc.record(
      Object.fromEntries(required.filter((name) => name in properties).map((name) => [name, field(name)])),
    );
    const optional = Object.keys(properties).filter((name) => !required.includes(name));
    if (optional.length === 0 || depth >= DEEPEST) return needed;
    // All that may be said at once fits no case: a few of it.
    const likely = optional.filter((name) => !RARE.has(name));
    const name =
      likely.length === 0
        ? fc.constantFrom(...optional)
        : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...likely) }, fc.constantFrom(...optional));
    const one = name.chain((chosen) => field(chosen).map((value) => [chosen, value]));
    const few = fc.oneof(fc.constant([]), fc.array(one, { maxLength: 3 }));
    return fc.tuple(needed, few).map(([whole, more]) => ({ ...whole, ...Object.fromEntries(more) }));
  },
  array: ({ items = {}, minItems = 0 }, { name, depth }) =>
    fc.array(valueOf(items, { name, depth: depth + 1 }), { minLength: minItems, maxLength: Math.max(minItems, 3) }),
  string: (schema, { name }) => textOf(schema, name),
  integer: ({ minimum = 0, maximum = minimum + 100 }) =>
    fc.integer({ min: Math.max(minimum, -1000), max: Math.min(maximum, 1_000_000) }),
  number: () => fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 1000, noNaN: true })),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
};

function textOf({ format, pattern, minLength = 1 }, name) {
  if (format in FORMATS) return FORMATS[format];
  if (PEOPLE.test(name)) return fc.oneof({ weight: 9, arbitrary: idNamed(name) }, word);
  if (/(?:^i|I)ds?$/.test(name)) return fc.oneof({ weight: 19, arbitrary: idNamed(name) }, word);
  if (pattern !== undefined) return fc.oneof({ weight: 4, arbitrary: matching(pattern) }, word);
  return word.map((text) => text.padEnd(minLength, 'x'));
}

/** What a pattern takes; a word where the pattern says more than can be made up. */
function matching(pattern) {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return word;
  }
}

const kindOf = ({ type, properties }) => (Array.isArray(type) ? type[0] : (type ?? (properties ? 'object' : 'string')));

/** A value as a schema asks for it. @param name of the field it is for */
export function valueOf(given, { name = '', depth = 0 } = {}) {
  const schema = resolved(given);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const ways = schema.oneOf ?? schema.anyOf;
  if (ways !== undefined) return fc.oneof(...ways.map((one) => valueOf(one, { name, depth })));
  return KINDS[kindOf(schema)](schema, { name, depth });
}

/** What means something to the language is refused before anything else is looked at. */
const howSoever = fc.oneof({ weight: 24, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.constant(4) });
/** Now and then something, else null. */
export const seldom = (arbitrary) => fc.oneof({ weight: 14, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

/** What is done to a value before it is sent: mostly nothing. */
export const harms = fc.oneof(
  { weight: 6, arbitrary: fc.constant([]) },
  { weight: 4, arbitrary: fc.array(fc.record({ at: fc.nat(), how: howSoever, value: wild }), { minLength: 1, maxLength: 2 }) },
);

const HOW = [
  (holder, key, value) => void (holder[key] = value),
  (holder, key) => void (Array.isArray(holder) ? holder.splice(key, 1) : delete holder[key]),
  (holder, key) => void (holder[key] = [holder[key]]),
  (holder, key, value) => void (Array.isArray(holder) ? holder.push(value) : define(holder, 'unknown', value)),
  (holder, _key, value) => void define(holder, '__proto__', value),
];

/** Also where the name means something to the language. */
const define = (holder, name, value) =>
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });

/** A copy that was harmed; of some nothing is left. */
export function harmed(value, done) {
  const root = { value: structuredClone(value) };
  for (const { at, how, value: by } of done) {
    const places = placesIn(root);
    if (places.length === 0) break;
    const [holder, key] = places[at % places.length];
    HOW[how](holder, key, structuredClone(by));
  }
  return root.value;
}

function placesIn(holder) {
  return Object.keys(holder).flatMap((key) => {
    const inner = holder[key];
    const isOpen = typeof inner === 'object' && inner !== null;
    return [[holder, Array.isArray(holder) ? Number(key) : key], ...(isOpen ? placesIn(inner) : [])];
  });
}

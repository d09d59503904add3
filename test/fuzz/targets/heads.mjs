import http from 'node:http';
import fc from 'fast-check';
import { seldom } from '../arbitrary.mjs';

/** Nothing that is asked here takes longer to begin. */
const AT_MOST_MS = 20_000;
const GONE = 'f'.repeat(64);

/** Signs that may stand in a head; the rest is refused before the program sees it. */
const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '9'.repeat(40),
    'null',
    'NaN',
    '1e9',
    '"',
    '%00',
    '\u00ff',
    'a'.repeat(4000),
    '{}',
    '../..',
    '1, 2',
    "' OR 1=1",
  ),
  fc.string({ maxLength: 20 }).map((text) => text.replace(/[^\x20-\x7e]/g, '')),
);
const range = fc.oneof(
  fc.constantFrom(
    'bytes=0-0',
    'bytes=-1',
    'bytes=5-2',
    'bytes=0-',
    'bytes=99999999999-',
    'bytes=-0',
    'bytes=0-0,2-3',
    'bytes=a-b',
    'items=0-1',
    'bytes=',
  ),
  fc.constant(`bytes=${'0-1,'.repeat(900)}2-3`),
  odd,
);
const asking = fc.record({
  what: fc.constantFrom('events', 'file', 'export', 'bundle'),
  at: fc.nat(),
  role: fc.constantFrom('clerk', 'archivist', 'caseworker', undefined),
  heads: fc.record(
    {
      'last-event-id': odd,
      range,
      'if-range': odd,
      'if-none-match': odd,
      'if-modified-since': odd,
      accept: odd,
      'accept-language': odd,
      'accept-encoding': odd,
    },
    { requiredKeys: [] },
  ),
  query: seldom(fc.record({ name: odd, inline: odd, lang: odd }, { requiredKeys: [] })),
});

/** Streams, downloads, exports and bundles, over a socket, with heads that nobody would send: a beginning of an answer, or a refusal. */
export const heads = {
  name: 'heads',
  arbitrary: asking,
  check: async (given, office) => {
    const asked = await askedOf(given, office);
    const answer = await begun(await office.port(), asked);
    const { status, type, begin } = answer;
    if (status >= 400 && !isRefusal(answer))
      throw new Error(`${status} ${type} to ${JSON.stringify(asked)}\n${begin.slice(0, 300)}`);
    return `${given.what} ${status}`;
  },
};

const isRefusal = ({ status, type, begin }) =>
  status < 500 && type.startsWith('application/problem+json') && typeof JSON.parse(begin).code === 'string';

async function askedOf(given, office) {
  const { what, at, role, heads: sent, query } = given;
  const words = Object.entries(query ?? {}).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  const tail = what === 'events' || words.length === 0 ? '' : `?${words.join('&')}`;
  const session = role === undefined ? {} : await office.session(office.who(role, await organIn(office, given)));
  return { path: `${await PLACES[what](office, at)}${tail}`, headers: { ...session, ...sent } };
}

/** A case is taken out by its own organ; files came for the first. */
const organIn = async (office, { what, at }) =>
  what === 'export' || what === 'bundle' ? office.organOf(office.cases[at % office.cases.length]) : office.organs[0];

const PLACES = {
  events: async () => '/api/v1/events',
  file: async (office, at) => `/api/v1/files/${(await office.fileIds())[at % 7] ?? GONE}`,
  export: async (office, at) => `/api/v1/cases/${office.cases[at % office.cases.length]}/export`,
  bundle: async (office, at) => `/api/v1/cases/${office.cases[at % office.cases.length]}/bundle`,
};

/** How an answer begins. A stream does not end: it is left there. */
function begun(port, { path, headers }) {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(AT_MOST_MS);
    const sent = http.get({ port, host: '127.0.0.1', path, headers, agent: false, signal }, (answer) => {
      const { statusCode: status, headers: told } = answer;
      const type = String(told['content-type'] ?? '');
      let begin = '';
      const done = () => {
        resolve({ status, type, begin });
        sent.destroy();
      };
      answer.on('data', (part) => {
        begin += part;
        if (status < 400) done();
      });
      answer.once('end', done);
      answer.once('error', done);
      if (type.startsWith('text/event-stream')) done();
    });
    sent.once('error', reject);
  });
}

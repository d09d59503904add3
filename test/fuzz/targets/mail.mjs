import fc from 'fast-check';
import { seldom } from '../arbitrary.mjs';
import { readMail } from '../../../dist/libs/intake/src/mail/read-mail.js';
import { EVERYTHING, withSight } from '../../../dist/libs/platform/src/index.js';
import { sortOf } from '../../../dist/libs/intake/src/mail/sort-mail.js';

/** Milliseconds: behind one mail all others wait. */
const AT_MOST = 10_000;
const CRLF = '\r\n';

const text = fc.oneof(
  fc.constantFrom(
    '申请公开预算',
    '',
    ' ',
    'a\0b',
    '=?utf-8?B?5pS/5bqc?=',
    '=?gb2312?Q?=C9=EA?=',
    '=?x?Q?=',
    '<a@b.cn>',
    '"',
    '(',
    '=\r\n',
    '--b',
    '--b--',
    '&#0;',
    '<p>x',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
);
const charset = fc.constantFrom(
  'utf-8',
  'gb2312',
  'gb18030',
  'big5',
  'utf-16',
  'utf-7',
  'iso-2022-jp',
  'x-nothing',
  '',
  'us-ascii',
);
const encoding = fc.constantFrom('7bit', '8bit', 'base64', 'quoted-printable', 'x-uuencode', 'binary', '');
const type = fc.constantFrom(
  'text/plain',
  'text/html',
  'application/pdf',
  'message/rfc822',
  'application/ms-tnef',
  'image/tiff',
  'text/calendar',
  'message/delivery-status',
  '',
  'x',
);
const HEADS = [
  'From',
  'Subject',
  'Date',
  'Message-ID',
  'To',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Content-Disposition',
  'Auto-Submitted',
  'References',
  'X',
  '',
];
const head = fc.tuple(fc.constantFrom(...HEADS), text);
const TNEF = Buffer.from('789f3e22', 'hex').toString('latin1');

const leaf = fc.record({
  type,
  charset,
  encoding,
  name: fc.option(text),
  heads: fc.array(head, { maxLength: 2 }),
  body: fc.oneof(
    text,
    text.map((body) => TNEF + body),
  ),
  isBase64: fc.boolean(),
});
const mail = fc.record({
  heads: fc.array(head, { maxLength: 6 }),
  parts: fc.array(leaf, { minLength: 1, maxLength: 4 }),
  isMixed: fc.boolean(),
  encodedIn: fc.constantFrom('utf8', 'latin1', 'utf16le'),
  depth: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) }),
  changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
  cut: seldom(fc.nat(1500)),
});

/** Mails of any making: taken apart in time or called broken, and then in the inbox once. */
export const mails = {
  name: 'mail',
  arbitrary: mail,
  check: async (given, office) => {
    const source = written(given);
    const begun = performance.now();
    const read = await readMail(source);
    const took = performance.now() - begun;
    if (took > AT_MOST) throw new Error(`It took ${Math.round(took)} ms to read ${source.length} bytes.`);
    if (!/^[0-9a-f]{64}$/.test(read.identity)) throw new Error(`Its identity is ${read.identity}.`);
    const { sender, subject, text: words } = read;
    const [organId] = office.organIds;
    const letter = { organId, source: 'email', key: read.identity, arrivedAt: office.clock.now(), sender, subject, text: words };
    const taken = { ...letter, sort: sortOf(read), readable: !read.isBroken, mayBeRetold: true };
    const receive = () => withSight(EVERYTHING, () => office.services.incoming.receive(taken));
    const [first, again] = [await receive(), await receive()];
    if (first.id !== again.id || !again.isKnown) throw new Error('It is there twice.');
    const asked = { username: office.who('clerk', office.organs[0]), url: `/api/v1/incoming/${first.id}` };
    const { answer, said } = await office.ask(asked);
    if (answer.statusCode >= 500) throw new Error(`It cannot be looked at: ${answer.payload}\n${JSON.stringify(said)}`);
  },
};

function written({ heads, parts, isMixed, encodedIn, depth, changes, cut }) {
  const lines = heads.map(([name, value]) => `${name}: ${value}${CRLF}`).join('');
  const down = Array.from(
    { length: depth },
    (_, i) => `Content-Type: multipart/mixed; boundary="d${i}"${CRLF}${CRLF}--d${i}${CRLF}`,
  ).join('');
  const inside = isMixed
    ? `Content-Type: multipart/mixed; boundary="b"${CRLF}${CRLF}${parts.map((part) => `--b${CRLF}${partOf(part)}${CRLF}`).join('')}--b--${CRLF}`
    : partOf(parts[0]);
  const content = Buffer.from(lines + down + inside, encodedIn);
  for (const [at, byte] of changes) if (content.length > 0) content[at % content.length] = byte;
  return cut === null ? content : content.subarray(0, cut);
}

function partOf({ type: kind, charset: signs, encoding: how, name, heads, body, isBase64 }) {
  const named = name === null ? '' : `Content-Disposition: attachment; filename="${name}"${CRLF}`;
  const more = heads.map(([key, value]) => `${key}: ${value}${CRLF}`).join('');
  const said = isBase64 ? Buffer.from(body, 'latin1').toString('base64') : body;
  return `Content-Type: ${kind}; charset=${signs}${CRLF}Content-Transfer-Encoding: ${how}${CRLF}${named}${more}${CRLF}${said}`;
}

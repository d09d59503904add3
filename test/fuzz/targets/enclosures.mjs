import fc from 'fast-check';
import { judged } from '../judged.mjs';
import { keepMail } from '../../../dist/libs/intake/src/mail/keep-mail.js';
import { readMail } from '../../../dist/libs/intake/src/mail/read-mail.js';
import { EVERYTHING, withSight } from '../../../dist/libs/platform/src/index.js';

const CRLF = '\r\n';
/** Longer is no name that a disk or a list takes. */
const LONGEST = 100;
/** What would lead out of a folder, end a head, or show another ending than it has. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Bidi_Control}\\/:*?"<>|]/u;

const NAMES = [
  ...[
    '../../etc/passwd.pdf',
    '..\\..\\boot.pdf',
    '/tmp/a.pdf',
    'C:\\a.pdf',
    '..',
    '.',
    '',
    ' ',
    '.pdf',
    'a.pdf ',
    'a.pdf.',
    '。pdf',
  ],
  ...[
    'a\0b.pdf',
    'a\rb.pdf',
    'a\u202efdp.txt',
    '\ud800.pdf',
    `${'申'.repeat(300)}.pdf`,
    `a.${'b'.repeat(300)}`,
    'CON.pdf',
    'a.PDF',
    'a.exe',
  ],
  ...[
    '=?utf-8?B?Li4vLi4vYS5wZGY=?=',
    '=?gb2312?Q?=C9=EA.pdf?=',
    "utf-8''..%2F..%2Fa.pdf",
    '申请书.pdf',
    'a;b="c.pdf',
    '表.xlsx',
    'a.zip',
    'a.eml',
  ],
];
const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n';
/** Beginnings of files, and what is none: a ZIP whose directory is cut off, one that says it has more than there is. */
const CONTENTS = [
  ...[
    '',
    'x',
    PDF,
    'PK\x03\x04',
    `PK\x05\x06${'\0'.repeat(18)}`,
    `PK\x05\x06${'\xff'.repeat(18)}`,
    'II*\0\x08\0\0\0',
    'Rar!\x1a\x07\0',
  ],
  ...[
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff\xe0',
    'GIF89a',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'BM',
    '\x78\x9f\x3e\x22',
    '7z\xbc\xaf\x27\x1c',
    '\0'.repeat(64),
  ],
];
const name = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map((stem) => `${stem}.pdf`) },
);
const content = fc
  .tuple(fc.constantFrom(...CONTENTS), fc.string({ maxLength: 20 }))
  .map(([begin, rest]) => Buffer.from(begin + rest, 'latin1'));
const part = fc.record({
  name,
  content,
  type: fc.constantFrom('application/pdf', 'application/zip', 'message/rfc822', 'text/plain', 'image/tiff', 'x/y', ''),
  way: fc.constantFrom('disposition', 'type', 'star', 'both'),
});
const mail = fc.record({
  subject: fc.oneof(name, fc.constant('申请公开')),
  parts: fc.array(part, { minLength: 1, maxLength: 5 }),
  deep: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(20) }),
  cut: fc.option(fc.nat(600), { freq: 12 }),
});

/** What comes with a mail: kept under a name that misleads nobody, or told; each file is there as it came and can be fetched. */
export const enclosures = {
  name: 'enclosures',
  arbitrary: mail,
  check: async (given, office) => {
    const source = written(given);
    const read = await readMail(source);
    const { files, findings } = await keepMail(source, read, office.services.store);
    for (const called of [...files.map((file) => file.name), ...findings.map(({ detail }) => detail)]) refuseUnfit(called);
    const [organId] = office.organIds;
    const { sender, subject, text } = read;
    const letter = { organId, source: 'email', key: read.identity, arrivedAt: office.clock.now(), sender, subject, text };
    const receive = () =>
      withSight(EVERYTHING, () =>
        office.services.incoming.receive({ ...letter, files, findings, readable: true, mayBeRetold: true }),
      );
    const { id, isKnown } = await receive();
    // Told again by another way: it is there with the files of the first time.
    if (isKnown) return 'known';
    const username = office.who('clerk', office.organs[0]);
    for (const url of [`/api/v1/incoming/${id}`, ...files.map((file) => `/api/v1/files/${file.id}`)]) {
      const answer = judged(await office.ask({ username, url }), { url });
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} to ${url}: ${answer.payload}`);
    }
    return `${files.length} kept`;
  },
};

function refuseUnfit(called) {
  if (called === '' || Array.from(called).length > LONGEST || UNFIT.test(called))
    throw new Error(`It is called ${JSON.stringify(called)}.`);
}

function written({ subject, parts, deep, cut }) {
  const inside = `Content-Type: multipart/mixed; boundary="b"${CRLF}${CRLF}${parts.map((one) => `--b${CRLF}${partOf(one)}${CRLF}`).join('')}--b--${CRLF}`;
  const head = `From: a@b.cn${CRLF}Subject: ${subject}${CRLF}`;
  const down = `Content-Type: message/rfc822${CRLF}${CRLF}`.repeat(deep);
  const whole = Buffer.from(head + down + inside, 'utf8');
  return cut === null ? whole : whole.subarray(0, cut);
}

const WAYS = {
  disposition: (called) => ({ disposition: `; filename="${called}"` }),
  type: (called) => ({ kind: `; name="${called}"` }),
  star: (called) => ({ disposition: `; filename*=utf-8''${encodeURIComponent(called.toWellFormed())}` }),
  both: (called) => ({ kind: `; name="b.txt"`, disposition: `; filename="${called}"` }),
};

function partOf({ name: called, content: bytes, type, way }) {
  const { kind = '', disposition = '' } = WAYS[way](called);
  const lines = [
    `Content-Type: ${type}${kind}`,
    `Content-Disposition: attachment${disposition}`,
    'Content-Transfer-Encoding: base64',
  ];
  return `${lines.join(CRLF)}${CRLF}${CRLF}${bytes.toString('base64')}`;
}

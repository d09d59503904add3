import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { harmed, harms, valueOf, wild } from '../arbitrary.mjs';
import { schemaNamed } from '../description.mjs';

/** A program that has not ended by then hangs. */
const AT_MOST_MS = 60_000;
const STACK = /\n\s+at .*[:(]\d+:\d+|node:internal|UnhandledPromise/;
const ODD = [
  '',
  ' ',
  '--',
  '-',
  '--no',
  '--help=x',
  '-1',
  '2019-02-30',
  '9999-12-31',
  '../../etc/passwd',
  '/dev/null',
  '/',
  'a'.repeat(3000),
  '申请',
  '__proto__',
  'constructor',
  '\u202e',
  '$(x)',
  '%00',
  '--organ',
  '--to',
];
const odd = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
);
const organ = fc.oneof(fc.constantFrom('bureau', 'district', 'nobody'), odd);

/** Of what is looked at alone: whatever is asked, nothing may change. `FILE` stands for a file of that content. */
const COMMANDS = [
  ['deadlines'],
  ['deadlines', '--as-of', '2019-05-01'],
  ['deadlines', '--statute', 'cn-ogi-711'],
  ['working-days', 'add', '2019-05-01', '5'],
  ['working-days', 'count', '2019-05-01', '2019-06-01'],
  ['working-days', 'is', '2019-05-01'],
  ['import', 'hotline', 'FILE', '--dry-run', '--organ', 'bureau'],
  ['import', 'register', 'FILE', '--dry-run', '--organ', 'bureau'],
  ['import', 'register', 'FILE', '--mapping', 'FILE', '--dry-run', '--organ', 'bureau'],
  ['import', 'disclosures', 'FILE', '--dry-run', '--organ', 'bureau'],
  ['calendar', 'look', 'FILE', '--as', 'admin.district'],
  ['calendar', 'list', '--as', 'admin.district'],
  ['restore', '--from', 'FILE'],
  ['keys', 'status'],
  ['files', 'strays'],
  ['replay'],
  ['nothing'],
];
/** What tables, notices and facts are not. */
const CONTENTS = [
  '',
  '\0',
  '{',
  '[]',
  'null',
  '"',
  'PK\x03\x04',
  `PK\x05\x06${'\0'.repeat(18)}`,
  '\xff\xfea\0',
  '%PDF-1.4',
  'a,b\n"',
  '编号,主题\n1,x\n',
  `${','.repeat(5000)}\n`,
  '工单编号,来电时间,诉求内容\n1,2019-02-30,x\n1,2019-02-28,\n',
];
const facts = fc.tuple(valueOf(schemaNamed('DeadlinesRequest')), harms);
const asking = fc.record({
  words: fc.constantFrom(...COMMANDS),
  change: fc.option(fc.record({ at: fc.nat(12), how: fc.nat(2), word: fc.oneof(odd, organ) })),
  facts,
  content: fc.oneof(
    fc.constantFrom(...CONTENTS),
    wild.map((value) => JSON.stringify(value) ?? ''),
  ),
  ending: fc.constantFrom('.csv', '.xlsx', '.json', '.pdf', ''),
  isFacts: fc.boolean(),
});

/** `gongkai` as a program: an answer, or one clear word with the exit code that says which; no trace of the program, and nothing changed. */
export const commandLine = {
  name: 'command line',
  /** A program takes half a second to start. */
  fewer: 20,
  arbitrary: asking,
  check: async (given, office) => {
    const file = path.join(office.folder, `given${given.ending}`);
    fs.writeFileSync(file, Buffer.from(given.content, 'latin1'));
    const words = changed(given).map((word) => (word === 'FILE' ? file : word));
    const stdin = given.isFacts ? JSON.stringify(office.fill(harmed(...given.facts))) : given.content;
    const before = JSON.stringify(await office.standing());
    const ended = await run(words, stdin ?? '', office);
    const wrong = wrongWith(ended);
    if (wrong !== undefined) throw new Error(`${wrong}: ${JSON.stringify({ words, ...ended })}`.slice(0, 3000));
    if (JSON.stringify(await office.standing()) !== before) throw new Error(`It changed something: ${JSON.stringify(words)}`);
    return `exit ${ended.exit}`;
  },
};

const HOW = [
  (words, at, word) => words.splice(at, 1, word),
  (words, at, word) => words.splice(at, 0, word),
  (words, at) => words.splice(at, 1),
];

function changed({ words, change }) {
  const copy = [...words];
  // Without the first word another command may be meant, and without its last but one a table would be taken in.
  if (change !== null) HOW[change.how](copy, 1 + (change.at % Math.max(1, copy.length - 1)), change.word);
  return words.includes('--dry-run') && !copy.includes('--dry-run') ? [...copy, '--dry-run'] : copy;
}

/** What is wrong with how it ended, by whether it is. */
const WRONGS = {
  'An exit code that means nothing': ({ exit }) => ![0, 1, 2].includes(exit),
  'A trace of the program': ({ stdout, stderr }) => STACK.test(`\n${stderr}\n${stdout}`),
  'Bad input that is told otherwise than by a problem document': ({ exit, stdout, stderr }) =>
    exit === 2 && (stdout !== '' || !isProblem(stderr)),
  'A failure without a word': ({ exit, stdout, stderr }) => exit === 1 && `${stdout}${stderr}`.trim() === '',
};

const wrongWith = (ended) => Object.keys(WRONGS).find((wrong) => WRONGS[wrong](ended));

function isProblem(stderr) {
  try {
    return typeof JSON.parse(stderr.trim().split('\n').at(-1)).code === 'string';
  } catch {
    return false;
  }
}

async function run(words, stdin, { url, folder, settings }) {
  const env = { PATH: process.env.PATH, DATABASE_URL: url, DATA_DIR: folder, SECRET_KEY: settings.secretKeys[0] };
  const program = spawn(process.execPath, ['dist/apps/cli/src/main.js', ...words], { env, timeout: AT_MOST_MS });
  const shown = { stdout: '', stderr: '' };
  for (const name of Object.keys(shown)) program[name].on('data', (part) => (shown[name] += part));
  // Who has read enough closes the line.
  program.stdin.on('error', () => undefined);
  program.stdin.end(stdin);
  const exit = await new Promise((resolve) => program.once('close', resolve));
  return { exit, ...shown };
}

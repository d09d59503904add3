import type { IncomingList, IncomingView } from '@gongkai/contracts';
import { readSettings } from '@gongkai/platform';
import { rounds } from '../../../apps/worker/src/rounds.js';
import { openTools, type WorkerTools } from '../../../apps/worker/src/tools.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { drawProgram } from '../../support/drawing.js';
import { ImapServer } from '../../support/imap-server.js';
import type { Officer } from '../../support/officer.js';
import { outlookPack, packedFile } from '../../support/outlook-packs.js';
import { suiteNeeding } from '../../support/tools.js';

const A_MINUTE = 60_000;
const AN_HOUR = 60 * A_MINUTE;
const NIGHT = new Date('2026-05-07T23:30:00+08:00');
const PDF = Buffer.from('%PDF-1.4\n%ask\n%%EOF\n').toString('base64');
/** 申请公开 and 垃圾中转站环评, as old programs write them. */
const GB18030 = { subject: Buffer.from('c9eac7ebb9abbfaa', 'hex'), body: Buffer.from('c0acbbf8d6d0d7aad5beb7b7c6c0', 'hex') };

const asked = packedFile({ title: 'ASK~1.PDF', longName: '申请表.pdf', content: Buffer.from(PDF, 'base64') });
const program = packedFile({ title: 'start.exe', content: Buffer.from('MZ') });

type Parts = { readonly head?: readonly string[]; readonly body?: string };

let serial = 0;
/** A plain mail of somebody who asks, with other lines in its head or another body. */
function mail({ head = [], body = '请公开垃圾中转站的环评批复。' }: Parts = {}): string {
  serial += 1;
  const usual = {
    From: '=?UTF-8?B?6ZmI55Sf?= <Chen@Example.org>',
    Subject: `ask ${serial}`,
    Date: 'Thu, 07 May 2026 23:29:00 +0800',
    'Message-ID': `<${serial}@example.org>`,
    'Content-Type': 'text/plain; charset=utf-8',
  };
  const given = new Set(head.map((line) => line.split(':')[0]));
  const lines = Object.entries(usual).filter(([name]) => !given.has(name));
  return [...lines.map(([name, value]) => `${name}: ${value}`), ...head, '', body].join('\r\n');
}

/** A mail with files in it. */
function withFiles(subject: string, ...files: readonly (readonly [name: string, mime: string, content: string])[]): string {
  const parts = files.map(
    ([name, mime, content]) =>
      `Content-Type: ${mime}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}`,
  );
  const text = 'Content-Type: text/plain; charset=utf-8\r\n\r\nsee what is attached';
  return mail({
    head: [`Subject: ${subject}`, 'Content-Type: multipart/mixed; boundary="b"'],
    body: [text, ...parts].map((part) => `--b\r\n${part}\r\n`).join('') + '--b--\r\n',
  });
}

suiteNeeding('dovecot')('the mailbox of an organ', () => {
  let api: TestApi;
  let server: ImapServer;
  let tools: WorkerTools;
  let clerk: Officer;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-08' });
    server = await ImapServer.open();
    clerk = await api.officer('clerk.bureau');
    const { databaseUrl, clock, settings } = api;
    const env = { IMAP_URL: server.url, MAIL_ORGAN: 'bureau', FAX_MAIL_FROM: '@fax.example.org' };
    const ofWorker = readSettings({ DATA_DIR: settings.dataDir, SECRET_KEY: settings.secretKeys[0], ...env });
    tools = openTools({ settings: ofWorker, databaseUrl, clock, drawProgram, complain: () => undefined }, 4);
  });
  afterAll(async () => {
    await tools.bell.close();
    await tools.pool.close();
    await server.close();
    await api.stop();
  });

  const look = (): Promise<unknown> => rounds.mails?.work(tools) ?? Promise.reject(new Error('There is no such round.'));
  const inbox = async (): Promise<IncomingList['items']> => ((await clerk.get('/incoming?limit=100')).body as IncomingList).items;
  const view = async (id = ''): Promise<IncomingView> => (await clerk.get(`/incoming/${id}`)).body as IncomingView;
  /** Delivers a mail, looks, and says what is new in the inbox. */
  async function come(content: string | Buffer, at = NIGHT): Promise<IncomingView[]> {
    const known = new Set((await inbox()).map(({ id }) => id));
    await server.deliver(content, at);
    await look();
    const fresh = (await inbox()).filter(({ id }) => !known.has(id));
    return Promise.all(fresh.map(({ id }) => view(id)));
  }

  it('gives a mail to the inbox as it came, by the time the server took it in, and stays as it was', async () => {
    const [arrived] = await come(withFiles('=?UTF-8?B?55Sz6K+35YWs5byA?=', ['ask.pdf', 'application/pdf', PDF]));
    expect(arrived).toMatchObject({
      source: 'email',
      sort: 'ordinary',
      sender: expect.stringMatching(/陈生.*chen@example\.org/i),
      subject: '申请公开',
      text: expect.stringContaining('see what is attached'),
      arrivedAt: NIGHT.toISOString(),
      arrivedOn: '2026-05-07',
      readable: true,
      findings: [],
      files: [{ name: 'ask.pdf' }, { name: '申请公开.eml', mime: 'message/rfc822' }],
    });
    const unseen = await server.with(async (client) => {
      const { exists } = await client.mailboxOpen('INBOX');
      return [exists, await client.search({ seen: false })];
    });
    expect(unseen).toEqual([1, [1]]);
  });

  it('is read on from where it was; a mail told twice, or sent to two addresses, is there once', async () => {
    const twice = mail();
    expect(await come(twice)).toHaveLength(1);
    await look();
    await tools.pool.query({ text: `UPDATE mailbox SET validity = 'another'`, values: [] });
    expect(await come(`Received: by another way\r\n${twice}`, new Date(NIGHT.getTime() + A_MINUTE))).toEqual([]);
    const cameAgain = (await inbox()).map((one) => one.cameAgain);
    expect(cameAgain.sort()).toEqual([0, 1]);
  });

  it('with another text under the same Message-ID there are two', async () => {
    const head = ['Message-ID: <same@example.org>', 'Subject: same'];
    expect(await come(mail({ head }))).toHaveLength(1);
    expect(await come(mail({ head, body: '另一封' }))).toHaveLength(1);
  });

  it.each([
    [
      'bounce',
      mail({
        head: ['Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
        body: '--b\r\n\r\nno such user\r\n--b--',
      }),
    ],
    ['bounce', mail({ head: ['Return-Path: <>', 'From: Mail <MAILER-DAEMON@example.org>'] })],
    ['auto_reply', mail({ head: ['Auto-Submitted: auto-replied (vacation)'] })],
    ['auto_reply', mail({ head: ['Subject: =?UTF-8?B?6Ieq5Yqo5Zue5aSN77ya5oiR5Zyo5LyR5YGH?='] })],
    ['suspicious', mail({ head: ['X-Spam-Flag: YES'] })],
    ['suspicious', withFiles('invoice', ['invoice.pdf.exe', 'application/octet-stream', Buffer.from('MZ').toString('base64')])],
    ['ordinary', mail({ head: ['Auto-Submitted: auto-generated'] })],
  ])('sorts: %s', async (sort, content) => {
    expect(await come(content)).toMatchObject([{ sort, state: 'waiting' }]);
  });

  it('takes for a fax what its gateway sends, from the number in the subject, with the pages to look at', async () => {
    const head = ['From: Fax <line1@fax.example.org>', 'Subject: Fax from +86 871 6517 2200, 1 page'];
    expect(await come(mail({ head }))).toMatchObject([{ source: 'fax', sender: '+86 871 6517 2200', sort: 'ordinary' }]);
  });

  it.each<[string, string | Buffer, Partial<IncomingView>]>([
    [
      'Chinese in the head as it is, in GB 18030',
      Buffer.concat([
        Buffer.from('From: chen@example.org\r\nSubject: '),
        GB18030.subject,
        Buffer.from(
          '\r\nDate: Thu, 07 May 2026 23:29:00 +0800\r\nContent-Type: text/plain; charset=GB2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n',
        ),
        GB18030.body,
      ]),
      { subject: '申请公开', text: expect.stringContaining('垃圾中转站'), readable: true },
    ],
    [
      'HTML alone',
      mail({ head: ['Content-Type: text/html'], body: '<p>ask for the <b>ledger</b></p>' }),
      { text: expect.stringContaining('ledger') },
    ],
    ['nothing in it', mail({ body: ' ' }), { readable: false, findings: [{ code: 'nothing-in-it' }] }],
    ['no head and no end', 'this is no mail at all', { readable: false }],
    [
      'winmail.dat with files',
      withFiles('outlook', ['winmail.dat', 'application/ms-tnef', outlookPack(asked, program).toString('base64')]),
      {
        readable: true,
        findings: [{ code: 'file-refused', detail: 'start.exe' }],
        files: [expect.objectContaining({ name: '申请表.pdf' }), expect.anything()],
      },
    ],
    [
      'winmail.dat that breaks off',
      withFiles('outlook', ['winmail.dat', 'application/ms-tnef', 'eJ8+Ig==']),
      { readable: true, findings: [{ code: 'outlook-pack', detail: 'winmail.dat' }] },
    ],
    [
      'a program called a PDF',
      withFiles('disguise', ['ask.pdf', 'application/pdf', Buffer.from('MZ\0\0').toString('base64')]),
      { findings: [{ code: 'file-refused', detail: 'ask.pdf' }] },
    ],
    [
      'a name that leads elsewhere',
      withFiles('path', ['../../etc/ask.pdf', 'application/pdf', PDF]),
      { files: [expect.objectContaining({ name: expect.not.stringMatching(/[/\\]/) }), expect.anything()] },
    ],
    [
      'a thousand parts',
      mail({ head: ['Subject: parts', 'Content-Type: multipart/mixed; boundary="b"'], body: '--b\r\n\r\nx\r\n'.repeat(1500) }),
      { readable: false, findings: [{ code: 'file-unreadable' }] },
    ],
    [
      'a clock that is years behind',
      mail({ head: ['Date: Mon, 01 Jan 2001 00:00:00 +0000'] }),
      { arrivedAt: NIGHT.toISOString(), findings: [{ code: 'sender-clock-wrong', detail: '2001-01-01T00:00:00.000Z' }] },
    ],
    ['a date that is none', mail({ head: ['Date: yesterday or so'] }), { readable: true, findings: [] }],
  ])('takes in what is malformed, and says what is wrong: %s', async (_name, content, expected) => {
    const [arrived] = await come(content);
    expect(arrived).toMatchObject(expected);
    expect(arrived?.files.at(-1)?.mime).toBe('message/rfc822');
  });

  it('takes the time of the office where the clock of the server is ahead', async () => {
    expect(await come(mail(), new Date('2027-01-01T00:00:00Z'))).toMatchObject([{ arrivedAt: api.clock.now().toISOString() }]);
  });

  it('turns into an application that says where it came from', async () => {
    const [arrived] = await come(mail({ head: ['Subject: to be logged'] }));
    const body = {
      receipt: { channel: 'email', submittedOn: '2026-05-07' },
      applicant: { kind: 'natural_person', category: 'natural_person', name: '陈生' },
      items: [{ description: '垃圾中转站的环评批复' }],
      wantedForm: 'electronic',
      delivery: 'email',
    };
    const { status } = await clerk.post(`/cases?incoming=${arrived?.id ?? ''}`, body);
    expect(status).toBe(201);
    expect((await clerk.get(`/incoming/${arrived?.id ?? ''}`)).body).toMatchObject({ state: 'opened' });
  });

  it('that the server does not hand out is told after some tries, holds up nobody, and comes when it can be had', async () => {
    const known = new Set((await inbox()).map(({ id }) => id));
    const fresh = async (): Promise<IncomingList['items']> => (await inbox()).filter(({ id }) => !known.has(id));
    await server.deliver(mail({ head: ['Subject: locked up'] }), NIGHT);
    await server.with(async (client) => {
      await client.mailboxOpen('INBOX');
      return client.fetchOne('*', { envelope: true });
    });
    const unlock = server.lock('locked up');
    await server.deliver(mail({ head: ['Subject: behind it'] }), NIGHT);
    for (let tries = 0; tries < 3; tries += 1) await expect(look()).rejects.toThrow(/^mail \d+:/);
    expect(await fresh()).toMatchObject([{ subject: 'locked up', readable: false, arrivedAt: NIGHT.toISOString() }]);
    await look();
    expect((await fresh()).map(({ subject, cameAgain }) => [subject, cameAgain]).sort()).toEqual([
      ['behind it', 0],
      ['locked up', 0],
    ]);
    api.clock.advance(AN_HOUR);
    await expect(look()).rejects.toThrow(/^mail \d+:/);
    unlock();
    api.clock.advance(AN_HOUR);
    await look();
    const came = (await fresh()).filter(({ readable, subject }) => readable && subject === 'locked up');
    expect(await view(came[0]?.id)).toMatchObject({ arrivedAt: NIGHT.toISOString(), findings: [{ code: 'came-late' }] });
    api.clock.advance(AN_HOUR);
    await look();
    expect(await fresh()).toHaveLength(3);
  });
});

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { IncomingList, IncomingView } from '@gongkai/contracts';
import { readSettings, scanAt, ScannerError } from '@gongkai/platform';
import { rounds } from '../../../apps/worker/src/rounds.js';
import { openTools } from '../../../apps/worker/src/tools.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { HARMLESS_VIRUS, startClamd, VIRUS_NAME, type TestScanner } from '../../support/clamd.js';
import { drawProgram } from '../../support/drawing.js';
import { makeOpenFolder, removeFolder } from '../../support/folders.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';
import { ImapServer } from '../../support/imap-server.js';
import { suiteNeeding } from '../../support/tools.js';
import { zipOf } from '../../support/zip.js';

const CLEAN = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const INFECTED = Buffer.concat([CLEAN, Buffer.from(`%${HARMLESS_VIRUS}\n`)]);

const MAIL = [
  'From: Chen <chen@example.org>',
  'Subject: ask',
  'Date: Mon, 02 Mar 2026 08:00:00 +0800',
  'Message-ID: <virus@example.org>',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b\r\nContent-Type: text/plain\r\n\r\nsee what is attached',
  '--b\r\nContent-Type: application/pdf; name="ask.pdf"\r\nContent-Disposition: attachment; filename="ask.pdf"',
  `Content-Transfer-Encoding: base64\r\n\r\n${INFECTED.toString('base64')}`,
  '--b--\r\n',
].join('\r\n');

/** Something came in; its file did not. */
const NOT_TAKEN = (detail: string) => ({ files: [], findings: expect.arrayContaining([{ code: 'file-infected', detail }]) });

suiteNeeding('clamd')('what is handed in is looked through for viruses', () => {
  let scanner: TestScanner;
  let api: TestApi;
  let clerk: Officer;
  beforeAll(async () => {
    scanner = await startClamd('1M');
    api = await startTestApi({ env: { CLAMD_URL: scanner.address } });
    clerk = await api.officer('clerk.bureau');
  });
  afterAll(async () => {
    await api.stop();
    await scanner.stop();
  });

  const upload = (content: Buffer, name = '附件.pdf') => clerk.upload('/files', new File([Uint8Array.from(content)], name));

  test('a clean file is taken, also an empty one; one with a virus is refused by its name, and nothing is kept', async () => {
    expect((await upload(CLEAN)).status).toBe(201);
    expect((await upload(Buffer.alloc(0), '空.txt')).status).toBe(201);
    const before = await api.count('stored_file');
    const refused = await upload(INFECTED);
    expect([refused.status, problemIn(refused).code]).toEqual([422, 'file-infected']);
    expect(fieldsIn(refused)).toEqual(['file virus-found']);
    expect(JSON.stringify(refused.body)).toContain(VIRUS_NAME);
    expect(await api.count('stored_file')).toBe(before);
  });

  test('one inside an archive is found', async () => {
    const refused = await upload(zipOf({ 'word/document.xml': HARMLESS_VIRUS, '[Content_Types].xml': '<Types/>' }), '附件.docx');
    expect(problemIn(refused).code).toBe('file-infected');
  });

  test('applicants are told the same', async () => {
    const form = new FormData();
    form.set('file', new File([Uint8Array.from(INFECTED)], '申请.pdf'));
    const answer = await fetch(`${api.url}/api/v1/public/files?organ=bureau`, { method: 'POST', body: form });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'file-infected']);
  });

  test('of a fax it is told in the inbox, for its day of arrival counts', async () => {
    const answer = await clerk.upload('/incoming/faxes', new File([Uint8Array.from(INFECTED)], '来件.pdf'));
    expect(answer.body as IncomingView).toMatchObject(NOT_TAKEN('来件.pdf'));
  });

  test('a file of which the scanner does not say whether it is clean is not taken, and may be sent again', async () => {
    const answer = await upload(Buffer.concat([CLEAN, Buffer.alloc(3_000_000, '%filler\n')]));
    expect([answer.status, problemIn(answer).code, answer.headers.get('retry-after')]).toEqual([503, 'scanner-silent', '3']);
  });
});

suiteNeeding('clamd', 'dovecot')('a mail with a virus', () => {
  test('is in the inbox with its words; what is infected is named, and the mail itself is left out with it', async () => {
    const [scanner, mailbox, api] = await Promise.all([startClamd(), ImapServer.open(), startTestApi()]);
    const { settings, databaseUrl, clock } = api;
    const env = { IMAP_URL: mailbox.url, MAIL_ORGAN: 'bureau', CLAMD_URL: scanner.address, DATA_DIR: settings.dataDir };
    const ofWorker = readSettings({ ...env, SECRET_KEY: settings.secretKeys[0] });
    const tools = openTools({ settings: ofWorker, databaseUrl, clock, drawProgram, complain: () => undefined }, 4);
    try {
      await mailbox.deliver(MAIL, clock.now());
      await rounds.mails?.work(tools);
      const clerk = await api.officer('clerk.bureau');
      const [row] = ((await clerk.get('/incoming?limit=100')).body as IncomingList).items;
      const { body } = await clerk.get(`/incoming/${row?.id ?? ''}`);
      expect(body).toMatchObject({ text: expect.stringContaining('see what is attached'), ...NOT_TAKEN('ask.pdf') });
      expect(body).toMatchObject(NOT_TAKEN('ask.eml'));
    } finally {
      await tools.bell.close();
      await tools.pool.close();
      await Promise.all([mailbox.close(), scanner.stop()]);
      await api.stop();
    }
  });
});

suiteNeeding('clamd')('the scanner', () => {
  const folder = makeOpenFolder();
  const file = path.join(folder, 'file');
  afterAll(() => removeFolder(folder));

  test('that is gone is an error, and never a clean file', async () => {
    writeFileSync(file, CLEAN);
    const scanner = await startClamd();
    expect(await scanAt(scanner.address)(file)).toBeNull();
    await scanner.stop();
    await expect(scanAt(scanner.address)(file)).rejects.toThrow(ScannerError);
    await expect(scanAt('tcp://127.0.0.1:1')(file)).rejects.toThrow(ScannerError);
  });

  test('where none is installed nothing is looked through', async () => {
    writeFileSync(file, INFECTED);
    expect(await scanAt(undefined)(file)).toBeNull();
  });
});

import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { IncomingList, IncomingView } from '@gongkai/contracts';
import { drawPage, inspectScan, readSettings, type DrawnPage } from '@gongkai/platform';
import { rounds } from '../../../apps/worker/src/rounds.js';
import { openTools, type WorkerTools } from '../../../apps/worker/src/tools.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { drawWaiting } from '../../support/drawing.js';
import { FaxMachine, FINE, lay, LOW } from '../../support/faxes.js';
import type { Officer } from '../../support/officer.js';
import { suiteNeeding } from '../../support/tools.js';

const A_MINUTE = 60_000;
const needsFaxes = suiteNeeding('libtiff-tools', 'netpbm');

let machine: FaxMachine;
/** Three pages, as one file. */
let letter: Buffer;
const threePages = (): string[] =>
  ['one', 'two', 'three'].map((name) =>
    machine.page(name, `page ${name}: I ask for the ledger of 2025 and all that belongs to it`),
  );

async function draw(content: Buffer): Promise<readonly DrawnPage[]> {
  const scan = inspectScan(content);
  const pages: DrawnPage[] = [];
  for (let number = 1; number <= scan.total; number += 1) pages.push(await drawPage(content, scan, number));
  return pages;
}

/** The share of black on a picture: a page of text has a little. */
async function blackOf(page: DrawnPage | undefined): Promise<number> {
  const { channels } = await sharp(page?.picture).stats();
  return 1 - (channels[0]?.mean ?? 0) / 255;
}

const told = (pages: readonly DrawnPage[]): string[] =>
  pages.map(({ width, height, problem }) => problem ?? `${width ?? 0} x ${height ?? 0}`);

needsFaxes('the pages of a fax', () => {
  let pages: readonly string[];
  beforeAll(() => {
    machine = new FaxMachine();
    pages = threePages();
    letter = machine.copy('letter', pages, '-c g4');
  }, A_MINUTE);

  it.each(
    ['g3:1d', 'g3:2d', 'g4', 'lzw', 'none'].flatMap((coding) => ['lsb2msb', 'msb2lsb'].map((order) => [coding, order] as const)),
  )('in %s, %s first, are black on white', async (coding, order) => {
    const [page] = await draw(machine.copy('coded', pages.slice(0, 1), `-c ${coding} -f ${order}`));
    expect(page).toMatchObject({ width: 1728 });
    expect(await blackOf(page)).toBeGreaterThan(0.005);
    expect(await blackOf(page)).toBeLessThan(0.2);
  });

  it('are black on white in both photometric senses, and where the sense was told wrong', async () => {
    const contents = ['-minisblack -g4', '-miniswhite -g4'].map((sense) => machine.scan('one', sense));
    machine.scan('one', '-miniswhite -g4');
    contents.push(machine.mistag('one-scan', 262, 1));
    for (const content of contents) {
      const [page] = await draw(content);
      expect(await blackOf(page)).toBeLessThan(0.2);
    }
  });

  it('keep their shape at low resolution: the coarser direction is stretched', async () => {
    machine.page('low', 'low resolution', LOW);
    expect(told(await draw(machine.read('low.tif')))).toEqual([expect.stringMatching(/^1728 x 23\d\d$/)]);
    expect(told(await draw(machine.read('one.tif')))).toEqual([expect.stringMatching(/^1728 x 229\d$/)]);
    expect(FINE.lines).toBe(2 * LOW.lines + 1);
  });

  it('are drawn one by one: damage of one is no damage of the others', async () => {
    expect(told(await draw(Buffer.from(letter)))).toHaveLength(3);
    const [first, second, third] = inspectScan(letter).pages.map(({ at }) => at);
    if (first === undefined || second === undefined || third === undefined) throw new Error('Three pages were expected.');
    const cut = await draw(Buffer.from(letter.subarray(0, third - 500)));
    expect(told(cut)).toEqual([expect.stringMatching(/^1728/), expect.stringMatching(/^1728/), 'missing']);
    const noise = Buffer.from(letter);
    for (let at = first + 400; at < second - 400; at += 1) noise[at] = (at * 7919) % 256;
    const [one, two, three] = await draw(noise);
    expect([one?.problem, three?.problem]).toEqual([undefined, undefined]);
    expect(two?.problem).toMatch(/damaged|unreadable/);
    expect(told(await draw(Buffer.from(letter.subarray(0, 200))))).toEqual(['missing']);
    expect(told(await draw(Buffer.from('II*\0')))).toEqual(['missing']);
  });

  it('that go in a circle, or would fill the memory, are left off', async () => {
    const circle = Buffer.from(letter);
    const scan = inspectScan(circle);
    circle.writeUInt32LE(scan.pages[0]?.at ?? 0, scan.pages[2]?.nextAt ?? 0);
    expect(told(await draw(circle))).toHaveLength(3);
    expect(told(await draw(machine.mistag('one', 256, 4_000_000)))).toEqual(['too-large']);
  });
});

needsFaxes('the spool folder of a fax server', () => {
  let api: TestApi;
  let tools: WorkerTools;
  let clerk: Officer;
  let complaints: string[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-spool-'));
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-08' });
    clerk = await api.officer('clerk.bureau');
    const { databaseUrl, clock, settings } = api;
    const ofWorker = readSettings({ DATA_DIR: settings.dataDir, FAX_SPOOL_DIR: folder, SECRET_KEY: settings.secretKeys[0] });
    const complain = (error: unknown): void => void complaints.push(String(error));
    tools = openTools({ settings: ofWorker, databaseUrl, clock, complain }, 4);
  }, A_MINUTE);
  afterEach(() => {
    complaints = [];
  });
  afterAll(async () => {
    await tools.bell.close();
    await tools.pool.close();
    await api.stop();
    rmSync(folder, { recursive: true });
    rmSync(machine.folder, { recursive: true });
  });

  /** As of so many seconds ago. */
  const put = (name: string, content: Buffer, seconds = 60): string => {
    const place = lay(folder, name, content);
    const at = api.clock.now().getTime() / 1000 - seconds;
    utimesSync(place, at, at);
    return place;
  };
  const look = (): Promise<unknown> => rounds.faxes?.work(tools) ?? Promise.reject(new Error('There is no such round.'));
  const lookTwice = async (): Promise<void> => {
    await look();
    await look();
  };
  const inbox = async (): Promise<IncomingView[]> => {
    const { items } = (await clerk.get('/incoming?source=fax&limit=100')).body as IncomingList;
    return Promise.all(items.map(async ({ id }) => (await clerk.get(`/incoming/${id}`)).body as IncomingView));
  };
  const called = async (subject: string): Promise<IncomingView[]> => (await inbox()).filter((fax) => fax.subject === subject);
  const lying = (below = '.'): string[] =>
    existsSync(path.join(folder, below))
      ? readdirSync(path.join(folder, below), { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => name.replace(/^[0-9a-f]{16}-/, ''))
      : [];

  it('a fax that is whole comes into the inbox with its pages, and is moved', async () => {
    put('fax00001.tif', letter);
    await look();
    expect(await inbox()).toEqual([]);
    await look();
    const [fax] = await inbox();
    expect(fax).toMatchObject({
      source: 'fax',
      state: 'waiting',
      pages: 3,
      readable: true,
      findings: [],
      arrivedAt: new Date(api.clock.now().getTime() - A_MINUTE).toISOString(),
      files: [{ name: 'fax00001.tif', mime: 'image/tiff' }],
    });
    expect([lying(), lying('done')]).toEqual([[], ['fax00001.tif']]);
    await drawWaiting(api);
    const id = fax?.files[0]?.id ?? '';
    expect((await clerk.get(`/files/${id}/pages`)).body).toMatchObject({ state: 'ready', total: 3 });
    expect((await clerk.get(`/files/${id}/pages/3`)).headers.get('content-type')).toBe('image/webp');
  });

  it('one that is not moved, for whoever took it in died, is no second one; sent again, it is told to have come again', async () => {
    put('fax00001.tif', letter);
    await lookTwice();
    expect(await inbox()).toMatchObject([{ cameAgain: 0 }]);
    put('fax00009.tif', letter, 30);
    await lookTwice();
    expect(await inbox()).toMatchObject([{ cameAgain: 1, subject: 'fax00001.tif' }]);
  });

  it('what is still being written is left alone, by its size, its age, its name and its end', async () => {
    const half = letter.subarray(0, 5000);
    put('fax00002.tif', half);
    put('fax00003.tif.tmp', letter);
    put('fax00004.tif', machine.copy('young', ['two.tif'], '-c g3:1d'), 2);
    await look();
    writeFileSync(path.join(folder, 'fax00002.tif'), letter.subarray(0, 6000));
    await look();
    put('fax00002.tif', letter.subarray(0, 7000));
    await lookTwice();
    expect(lying().sort()).toEqual(['fax00002.tif', 'fax00003.tif.tmp', 'fax00004.tif']);
    put('fax00002.tif', machine.copy('whole', ['three.tif'], '-c g3:2d -f lsb2msb'));
    renameSync(path.join(folder, 'fax00003.tif.tmp'), path.join(folder, 'fax00003.tif'));
    api.clock.advance(10_000);
    await lookTwice();
    expect(lying()).toEqual([]);
    expect(await called('fax00002.tif')).toMatchObject([{ pages: 1, readable: true }]);
    expect(await called('fax00004.tif')).toMatchObject([{ pages: 1, readable: true }]);
  });

  it('one that broke off keeps the pages that can be read; the clerk is told of the rest', async () => {
    const third = inspectScan(Buffer.from(letter)).pages[2]?.at ?? 0;
    put('broken.tif', Buffer.from(letter.subarray(0, third - 500)), 3600);
    await lookTwice();
    const [fax] = await called('broken.tif');
    expect(fax).toMatchObject({ pages: 2, readable: true, findings: [{ code: 'file-damaged' }] });
    expect(fax?.files).toHaveLength(1);
  });

  it.each([
    ['empty.tif', Buffer.alloc(0), 'file-refused'],
    ['program.tif', Buffer.from('MZ\u0000\u0003 no fax at all'), 'file-refused'],
    ['head-only.tif', Buffer.from('II*\u0000\u0010\u0000\u0000\u0000'), 'file-unreadable'],
  ])('%s is in the list of what cannot be read, with the reason, and its file is kept', async (name, content, code) => {
    put(name, content, 3600);
    await lookTwice();
    const [fax] = await called(name);
    expect(fax).toMatchObject({ readable: false, state: 'waiting' });
    expect(fax?.findings.map((finding) => finding.code)).toContain(code);
    expect(lying('quarantine')).toContain(name);
    expect(complaints).toEqual([]);
  });

  it('a wrong ending does not matter: a TIFF called PDF, and a PDF without an ending, are what they are', async () => {
    put('really-a-tiff.pdf', machine.copy('tiff', ['one.tif', 'two.tif'], '-c g3:2d'));
    put('fax4711', Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'));
    await lookTwice();
    expect(await called('really-a-tiff.pdf')).toMatchObject([{ pages: 2, files: [{ mime: 'image/tiff' }] }]);
    expect(await called('fax4711')).toMatchObject([
      { readable: true, files: [{ name: 'fax4711.pdf', mime: 'application/pdf' }] },
    ]);
  });
});

import { existsSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { IncomingList, IncomingView, PagesView, PageView } from '@gongkai/contracts';
import { inspectScan, PageDrawer, PageStore, sha256 } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { drawAll, drawProgram, drawWaiting } from '../../support/drawing.js';
import { FaxLine } from '../../support/fax-line.js';
import { FaxMachine, lay, LOW } from '../../support/faxes.js';
import { pdfOf } from '../../support/pdfs.js';
import { fieldsIn, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';
import { suiteNeeding } from '../../support/tools.js';

const A_MINUTE = 60_000;
const needsFaxes = suiteNeeding('libtiff-tools', 'netpbm');

let machine: FaxMachine;
/** Three pages, as one file. */
let letter: Buffer;
const NAMES = ['one', 'two', 'three'];

const told = (pages: readonly PageView[]): string[] =>
  pages.map(({ width, height, problem }) => problem ?? `${width ?? 0} x ${height ?? 0}`);

/** The place of the third page: a file cut before it has lost it. */
const thirdAt = (): number => inspectScan(letter).pages[2]?.at ?? 0;

needsFaxes('the pages of a fax', () => {
  let store: PageStore;
  beforeAll(() => {
    machine = new FaxMachine();
    for (const name of NAMES) machine.page(name, `page ${name}: I ask for the ledger of 2025 and all that belongs to it`);
    letter = machine.copy('letter', NAMES, '-c g4');
    store = new PageStore(machine.folder);
  });

  async function draw(content: Buffer, parts: Partial<ConstructorParameters<typeof PageDrawer>[0]> = {}): Promise<PageView[]> {
    const numbers = Array.from({ length: inspectScan(content).total }, (_, i) => i + 1);
    const drawer = new PageDrawer({ program: drawProgram, store, ...parts });
    return drawAll(drawer, { fileId: sha256(content), content }, numbers);
  }

  /** The share of black on a picture: a page of text has a little. */
  async function blackOf(content: Buffer, number: number): Promise<number> {
    const picture = await store.open(sha256(content), number);
    const chunks = (await picture?.content.toArray()) as Uint8Array[];
    const dots = await sharp(Buffer.concat(chunks)).toColourspace('b-w').raw().toBuffer();
    return 1 - dots.reduce((sum, grey) => sum + grey, 0) / dots.length / 255;
  }

  it('are black on white in every coding, bit order and photometric sense, also where the sense was told wrong', async () => {
    const codings = ['g3:1d', 'g3:2d', 'g4', 'lzw', 'none'].flatMap((coding) =>
      ['lsb2msb', 'msb2lsb'].map((order) => `-c ${coding} -f ${order}`),
    );
    const coded = codings.map((options, i) => (machine.copy(`coded${i}`, ['one'], options), `coded${i}`));
    const senses = ['-minisblack -g4', '-miniswhite -g4'].map((sense, i) => machine.scan('one', `sense${i}`, sense));
    const content = machine.copy('all', [...coded, ...senses, machine.mistag('sense1', 'negative', 262, 1)]);
    const pages = await draw(content);
    expect(pages.map(({ width, problem }) => problem ?? width)).toEqual(Array<number>(13).fill(1728));
    for (const { number } of pages) {
      const black = await blackOf(content, number);
      expect([number, black > 0.005, black < 0.2]).toEqual([number, true, true]);
    }
  });

  it('keep their shape at low resolution: the coarser direction is stretched', async () => {
    machine.page('low', 'low resolution', LOW);
    expect(told(await draw(machine.copy('shapes', ['low', 'one'])))).toEqual([
      expect.stringMatching(/^1728 x 7[0-4]\d$/),
      expect.stringMatching(/^1728 x 7[0-4]\d$/),
    ]);
  });

  it('are drawn one by one: damage of one is no damage of the others', async () => {
    const [first, second] = inspectScan(letter).pages.map(({ at }) => at);
    if (first === undefined || second === undefined) throw new Error('Three pages were expected.');
    const cut = await draw(Buffer.from(letter.subarray(0, thirdAt() - 100)));
    expect(told(cut)).toEqual([expect.stringMatching(/^1728/), expect.stringMatching(/^1728/), 'missing']);
    const noise = Buffer.from(letter);
    for (let at = first + 400; at < second - 400; at += 1) noise[at] = (at * 7919) % 256;
    const [one, two, three] = await draw(noise);
    expect([one?.problem, three?.problem]).toEqual([undefined, undefined]);
    expect(two?.problem).toMatch(/damaged|unreadable/);
    for (const stump of [letter.subarray(0, 200), Buffer.from('II*\0')])
      expect(told(await draw(Buffer.from(stump)))).toEqual(['missing']);
  });

  it('that go in a circle, or would fill the memory, are left off', async () => {
    const circle = Buffer.from(letter);
    const scan = inspectScan(circle);
    circle.writeUInt32LE(scan.pages[0]?.at ?? 0, scan.pages[2]?.nextAt ?? 0);
    expect(told(await draw(circle))).toHaveLength(3);
    machine.mistag('one', 'wide', 256, 4_000_000);
    expect(told(await draw(machine.read('wide.tif')))).toEqual(['too-large']);
  });

  it('that take too long, or kill who draws them, cannot be read; the next one can', async () => {
    const patience = (number: number): AbortSignal => (number === 2 ? AbortSignal.abort() : new AbortController().signal);
    expect(told(await draw(letter, { patience }))).toEqual([
      expect.stringMatching(/^1728/),
      'unreadable',
      expect.stringMatching(/^1728/),
    ]);
    const mortal = lay(
      machine.folder,
      'mortal.mjs',
      Buffer.from(`
        process.on('message', (said) => {
          if (said === 2) process.abort();
          else if (typeof said === 'number') process.send({ number: said, width: 1, height: 1 });
        });
        process.send('ready');`),
    );
    expect(told(await draw(letter, { program: mortal }))).toEqual(['1 x 1', 'unreadable', '1 x 1']);
    const tried: number[] = [];
    const never = (number: number): AbortSignal => (tried.push(number), AbortSignal.abort());
    const six = machine.copy('six', [...NAMES, ...NAMES]);
    expect(told(await draw(six, { program: mortal, patience: never }))).toEqual(Array<string>(6).fill('unreadable'));
    expect(tried).toEqual([1, 2, 3]);
    await expect(draw(letter, { program: path.join(machine.folder, 'absent.mjs') })).rejects.toThrow('does not start');
  });
});

needsFaxes('the spool folder of a fax server', () => {
  let api: TestApi;
  let line: FaxLine;
  let clerk: Officer;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-05-08' });
    clerk = await api.officer('clerk.bureau');
    line = new FaxLine(api);
  });
  afterAll(async () => {
    await line.close();
    await api.stop();
    rmSync(machine.folder, { recursive: true });
  });

  const inbox = async (): Promise<IncomingView[]> => {
    const { items } = (await clerk.get('/incoming?source=fax&limit=100')).body as IncomingList;
    return Promise.all(items.map(async ({ id }) => (await clerk.get(`/incoming/${id}`)).body as IncomingView));
  };
  const called = async (subject: string): Promise<IncomingView[]> => (await inbox()).filter((fax) => fax.subject === subject);
  const lying = (below = '.'): string[] =>
    existsSync(path.join(line.folder, below))
      ? readdirSync(path.join(line.folder, below), { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => name.replace(/^[0-9a-f]{16}-/, ''))
      : [];

  it('a fax that is whole comes into the inbox with its pages, and is moved', async () => {
    line.put('fax00001.tif', letter);
    await line.look();
    expect(await inbox()).toEqual([]);
    await line.look();
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
    const id = fax?.files[0]?.id ?? '';
    expect((await clerk.get(`/files/${id}/pages`)).body).toMatchObject({ state: 'ready', done: 3, total: 3 });
    expect((await clerk.get(`/files/${id}/pages/3`)).headers.get('content-type')).toBe('image/png');
  });

  it('one that is not moved, for whoever took it in died, is no second one; sent again, it is told to have come again', async () => {
    line.put('fax00001.tif', letter);
    await line.takeIn();
    expect(await inbox()).toMatchObject([{ cameAgain: 0 }]);
    line.put('fax00009.tif', letter, 30);
    await line.takeIn();
    expect(await inbox()).toMatchObject([{ cameAgain: 1, subject: 'fax00001.tif' }]);
  });

  it('what is still being written is left alone, by its size, its age, its name and its end', async () => {
    line.put('fax00002.tif', letter.subarray(0, thirdAt() - 300));
    line.put('fax00003.tif.tmp', letter);
    line.put('fax00004.tif', machine.copy('young', ['two'], '-c g3:1d'), 2);
    await line.look();
    writeFileSync(path.join(line.folder, 'fax00002.tif'), letter.subarray(0, thirdAt() - 200));
    await line.look();
    line.put('fax00002.tif', letter.subarray(0, thirdAt() - 100));
    await line.takeIn();
    expect(lying().sort()).toEqual(['fax00002.tif', 'fax00003.tif.tmp', 'fax00004.tif']);
    line.put('fax00002.tif', machine.copy('whole', ['three'], '-c g3:2d -f lsb2msb'));
    renameSync(path.join(line.folder, 'fax00003.tif.tmp'), path.join(line.folder, 'fax00003.tif'));
    api.clock.advance(10_000);
    await line.takeIn();
    expect(lying()).toEqual([]);
    expect(await called('fax00002.tif')).toMatchObject([{ pages: 1, readable: true }]);
    expect(await called('fax00004.tif')).toMatchObject([{ pages: 1, readable: true }]);
  });

  it('one that broke off keeps the pages that can be read; the clerk is told of the rest', async () => {
    line.put('broken.tif', letter.subarray(0, thirdAt() - 150), 3600);
    await line.takeIn();
    const [fax] = await called('broken.tif');
    expect(fax).toMatchObject({ pages: 2, readable: true, findings: [{ code: 'file-damaged' }] });
    expect(fax?.files).toHaveLength(1);
    const pages = `/files/${fax?.files[0]?.id ?? ''}/pages`;
    const seen = async (): Promise<string[]> => told(((await clerk.get(pages)).body as PagesView).pages);
    const before = await seen();
    expect(before.at(-1)).toBe('missing');
    // Asked for, they are drawn again; whole ones are not.
    expect((await clerk.post(`${pages}/again`, {})).body).toEqual({ state: 'waiting', done: 0, total: null, pages: [] });
    await drawWaiting(api);
    expect(await seen()).toEqual(before);
  });

  it.each([
    ['empty.tif', Buffer.alloc(0), 'file-refused'],
    ['program.tif', Buffer.from('MZ\u0000\u0003 no fax at all'), 'file-refused'],
    ['head-only.tif', Buffer.from('II*\u0000\u0010\u0000\u0000\u0000'), 'file-unreadable'],
  ])('%s is in the list of what cannot be read, with the reason, and its file is kept', async (name, content, code) => {
    line.put(name, content, 3600);
    await line.takeIn();
    const [fax] = await called(name);
    expect(fax).toMatchObject({ readable: false, state: 'waiting' });
    expect(fax?.findings.map((finding) => finding.code)).toContain(code);
    expect(lying('quarantine')).toContain(name);
    expect(line.complaints).toEqual([]);
  });

  it('one whose name is in GB 18030, is as long as a name can be, or leads elsewhere is taken like any other', async () => {
    const long = `${'传'.repeat(80)}.tif`;
    const elsewhere = lay(machine.folder, 'elsewhere.tif', machine.copy('elsewhere', ['one', 'three']));
    line.put('传真.tif', machine.copy('gb', ['two', 'one']));
    renameSync(path.join(line.folder, '传真.tif'), Buffer.from(`${line.folder}/\xb4\xab\xd5\xe6.tif`, 'latin1'));
    line.put(long, machine.copy('long', ['three', 'two']));
    symlinkSync(elsewhere, path.join(line.folder, 'link.tif'));
    api.clock.advance(60_000);
    await line.takeIn();
    for (const name of ['传真.tif', long, 'link.tif']) expect(await called(name)).toMatchObject([{ pages: 2, readable: true }]);
    expect([line.complaints, lying()]).toEqual([[], []]);
  });

  it('a wrong ending does not matter: a TIFF called PDF, and a PDF without an ending, are what they are', async () => {
    line.put('really-a-tiff.pdf', machine.copy('tiff', ['one', 'two'], '-c g3:2d'));
    line.put('fax4711', pdfOf([{ content: '' }, { content: '' }]));
    line.put('empty.pdf', Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'));
    await line.takeIn();
    expect(await called('really-a-tiff.pdf')).toMatchObject([{ pages: 2, files: [{ mime: 'image/tiff' }] }]);
    const files = [{ name: 'fax4711.pdf', mime: 'application/pdf' }];
    expect(await called('fax4711')).toMatchObject([{ readable: true, pages: 2, files }]);
    expect(await called('empty.pdf')).toMatchObject([{ readable: false, pages: null, findings: [{ code: 'file-unreadable' }] }]);
  });

  it('a gateway hands one in with a single call: damaged or none it is taken as from the folder, twice it is one', async () => {
    const { secret } = await api.services.tokens.issue(null, { person: 'clerk.bureau', name: 'fax gateway', scopes: ['intake'] });
    const told = { sender: '0871-6517 2200', line: '0871-6517 2201', arrivedAt: '2026-05-07T21:40:00+08:00', pages: '3' };
    const hand = (content: Buffer, facts: object = told, authorization = `Bearer ${secret}`): Promise<HttpAnswer> => {
      const body = new FormData();
      body.append('file', new File([Uint8Array.from(content)], 'in/0042.tif'));
      for (const [name, value] of Object.entries(facts)) body.append(name, String(value));
      return request(`${api.url}/api/v1/incoming/faxes`, { method: 'POST', headers: { authorization }, body });
    };
    const taken = async (content: Buffer, facts: object = told): Promise<IncomingView> => {
      const { status, body, text } = await hand(content, facts);
      if (status !== 201) throw new Error(text);
      return body as IncomingView;
    };
    const whole = machine.copy('gateway', NAMES, '-c g3:1d');
    const fax = await taken(whole, { ...told, key: '42' });
    expect(fax).toMatchObject({
      ...{ source: 'fax', readable: true, pages: 3, findings: [], sender: told.sender, arrivedOn: '2026-05-07' },
      subject: '0871-6517 2201 · 0042.tif',
      files: [{ name: '0042.tif', size: whole.length }],
    });
    expect((await clerk.get(`/files/${fax.files[0]?.id ?? ''}/pages`)).body).toMatchObject({ state: 'ready', done: 3 });
    expect(await taken(whole, { ...told, key: '42' })).toEqual(fax);

    const stump = await taken(whole.subarray(0, 200), { ...told, key: '42' });
    expect(stump).toMatchObject({ readable: false, files: [{ size: 200 }] });
    expect(stump.findings.map(({ code }) => code)).toEqual(['file-damaged', 'file-unreadable', 'pages-missing']);
    const wrong = { key: '42', sender: 'x'.repeat(201), arrivedAt: 'yesterday', pages: 'many' };
    const page = await taken(Buffer.from('<html>busy</html>'), wrong);
    expect(page).toMatchObject({ readable: false, files: [], sender: null, pages: null });
    expect(page.findings.map(({ code }) => code)).toEqual(['file-refused', 'sender-clock-wrong']);
    const other = await taken(Buffer.from('<html>gone</html>'), wrong);
    expect(new Set([fax.id, stump.id, page.id, other.id]).size).toBe(4);
    const aside = path.join(api.settings.faxSpoolDir, 'quarantine');
    const lying = await Promise.all((await readdir(aside)).map((name) => readFile(path.join(aside, name), 'utf8')));
    expect(lying).toEqual(expect.arrayContaining(['<html>busy</html>', '<html>gone</html>']));
    const { items } = (await clerk.get('/incoming?readable=false&limit=100')).body as IncomingList;
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([stump.id, page.id, other.id]));

    const before = await api.count('incoming');
    expect(fieldsIn(await hand(Buffer.alloc(0)))).toEqual(['file required']);
    expect(problemIn(await hand(Buffer.alloc(api.services.store.limit + 1))).code).toBe('too-large');
    expect(problemIn(await hand(whole, told, 'Bearer nobody')).status).toBe(401);
    expect(await api.count('incoming')).toBe(before);
  });
});

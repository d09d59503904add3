import type { CaseView, DocumentsView, DrawnPaper, JournalPage } from '@gongkai/contracts';
import sharp from 'sharp';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { fieldsIn, type Officer } from '../../support/officer.js';
import { pdfOf } from '../../support/pdfs.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(() => api.stop());

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);

/** A case with a correction notice, and the PDF of that as it was drawn. */
async function corrected(): Promise<{ readonly id: string; readonly noticeId: string | undefined; readonly pdf: string }> {
  const [clerk, caseworker] = [await as('clerk'), await as('caseworker')];
  const { id } = await open(clerk);
  await step(caseworker, id, { type: 'accept' });
  const { notices } = await step(caseworker, id, { type: 'sendCorrectionNotice', missing: '哪一年' });
  const { items } = (await caseworker.get(`/cases/${id}/documents`)).body as DocumentsView;
  const pdf = items.find((item) => item.type === 'file' && item.name.endsWith('.pdf'))?.id ?? '';
  return { id, noticeId: notices[0]?.id, pdf };
}

/** A page as a scanner makes it. */
async function scanned(width: number): Promise<string> {
  const page = sharp({ create: { width, height: 700, channels: 3, background: '#fffefe' } }).png();
  const file = new File([new Uint8Array(await page.toBuffer())], '盖章件.png');
  return ((await (await as('clerk')).upload('/files', file)).body as { id: string }).id;
}

test('a stamped copy is never the paper of another letter, and has its pages, number and day, or a word why not', async () => {
  const [one, other, clerk] = [await corrected(), await corrected(), await as('clerk')];
  const stamp = (fileIds: readonly string[], more: object = {}) => ({
    ...{ type: 'addStamped', noticeId: one.noticeId, fileIds },
    ...more,
  });
  const refused = async (command: object, query = ''): Promise<string[]> =>
    fieldsIn(await clerk.post(`/cases/${one.id}/commands${query}`, command));
  for (const query of ['', '?preview=true'])
    expect(await refused(stamp([other.pdf], { differs: '无' }), query)).toEqual(['fileIds.0 stamped-of-another']);
  // It was drawn on two pages.
  const scans = [await scanned(500), await scanned(501), await scanned(502)];
  for (const query of ['', '?preview=true']) expect(await refused(stamp(scans), query)).toEqual(['differs stamped-pages']);
  // It is one page, and has the day, and the number of the case alone.
  const { pdf } = (await clerk.post(`/cases/${one.id}/papers`, { kind: 'registration_form' })).body as DrawnPaper;
  expect(await refused(stamp([pdf.id]))).toEqual(['differs stamped-pages', 'differs stamped-lacks']);
  await step(clerk, one.id, stamp(scans.slice(1)));
  const view: CaseView = await step(clerk, one.id, stamp(scans, { differs: '附页一并扫描' }));
  expect(view.notices[0]?.stamped).toEqual([...scans.slice(1), ...scans]);
  const { items: entries } = (await clerk.get(`/cases/${one.id}/journal`)).body as JournalPage;
  expect(entries.at(-1)?.fact).toMatchObject({ type: 'STAMPED_ADDED', differs: '附页一并扫描' });
  // What is the copy of one is not that of another, unless it is said that it was put there by mistake.
  const there = { type: 'addStamped', noticeId: other.noticeId, fileIds: scans };
  expect(fieldsIn(await clerk.post(`/cases/${other.id}/commands`, there))).toEqual(
    scans.map((_, i) => `fileIds.${String(i)} stamped-of-another`).sort(),
  );
  await step(clerk, other.id, { ...there, differs: '误附到另一件' });
});

/**
 * A TIFF of so many pages, each a directory with its size that names the next; the last one another place, where it is cut.
 * @param dotsAt where the dots of each page lie, 32 bytes
 */
function tiff(pages: number, lastNextAt = 0, dotsAt = 0): Buffer {
  const entries = [
    [256, 16],
    [257, 16],
    [258, 1],
    [273, dotsAt],
    [277, 1],
    [279, 32],
  ] as const;
  const size = 2 + entries.length * 12 + 4;
  const file = Buffer.alloc(8 + pages * size);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(8, 4);
  for (let page = 0; page < pages; page += 1) {
    const at = 8 + page * size;
    file.writeUInt16LE(entries.length, at);
    for (const [i, [tag, value]] of entries.entries()) {
      const entry = at + 2 + i * 12;
      file.writeUInt16LE(tag, entry);
      file.writeUInt16LE(3, entry + 2);
      file.writeUInt32LE(1, entry + 4);
      file.writeUInt16LE(value, entry + 8);
    }
    file.writeUInt32LE(page + 1 < pages ? at + size : lastNextAt, at + size - 4);
  }
  return file;
}

/** A PDF that says it has two pages, of which one is not in it. */
const lacking = (page: number): Buffer =>
  Buffer.from(
    pdfOf([{ content: '' }, { content: '' }])
      .toString('latin1')
      .replace(`${String(2 + page * 2)} 0 obj`, `${String(90 + page)} 0 obj`),
    'latin1',
  );

test('a TIFF is counted page by page; what cannot be opened, or is cut off, is no copy, whatever is said of it', async () => {
  const { id, noticeId } = await corrected();
  const clerk = await as('clerk');
  const kept = async (name: string, content: Buffer): Promise<string> =>
    ((await clerk.upload('/files', new File([new Uint8Array(content)], name))).body as { id: string }).id;
  const refused = async (file: string, more = {}): Promise<string[]> =>
    fieldsIn(await clerk.post(`/cases/${id}/commands`, { type: 'addStamped', noticeId, fileIds: [file], ...more }));
  // The letter was drawn on two pages.
  expect(await refused(await kept('三页.tif', tiff(3)))).toEqual(['differs stamped-pages']);
  const unopened = [await kept('损坏.pdf', Buffer.from('%PDF-1.4\n%%EOF\n')), await kept('中断.tif', tiff(2, 999_999))];
  unopened.push(await kept('缺图.tif', tiff(2, 0, 50_000)), await kept('缺页.pdf', lacking(2)));
  for (const file of unopened) expect(await refused(file, { differs: '扫描仪坏了' })).toEqual(['fileIds.0 stamped-broken']);
  await step(clerk, id, { type: 'addStamped', noticeId, fileIds: [await kept('两页.tif', tiff(2))] });
});

import { PageRedactor, releasedPdf, type BlackArea, type LookedPage } from '@gongkai/platform';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { redactProgram } from '../../support/drawing.js';
import { allOfPdf, pdfTool } from '../../support/all-of-pdf.js';
import { pdfOf, stream, updated, written } from '../../support/pdfs.js';
import { suiteNeeding } from '../../support/tools.js';

const redactor = new PageRedactor({ program: redactProgram, font: path.resolve('config/fonts/noto-serif-sc-regular.ttf') });
const LABELS = ['第三方合法权益 条例第十五条', '条例第十五条'];

/** What a test cannot do without. */
function the<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('There is none.');
  return thing;
}

/** Where a text stands on a page, a little larger than it is. */
function placeOf({ text: { signs, places } }: LookedPage, wanted: string): BlackArea {
  const at = Array.from(signs.join('')).join('').indexOf(wanted);
  const boxes = Array.from({ length: wanted.length }, (_, i) => places.slice((at + i) * 4, (at + i) * 4 + 4)).filter(
    ([, , w = 0]) => w > 0,
  );
  const edge = (pick: (box: readonly number[]) => number, of: (...all: number[]) => number): number => of(...boxes.map(pick));
  const [left, top] = [edge(([x = 0]) => x, Math.min), edge(([, y = 0]) => y, Math.min)];
  const [right, bottom] = [edge(([x = 0, , w = 0]) => x + w, Math.max), edge(([, y = 0, , h = 0]) => y + h, Math.max)];
  return { left, top, width: right - left, height: bottom - top, labels: LABELS };
}

suiteNeeding('pdftotext')('what is released', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'gongkai-redacting-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const look = async (content: Buffer): Promise<readonly LookedPage[]> => (await redactor.look(content, 1)).pages;

  /** Burns areas into a file, page by page, and keeps what comes of it. */
  async function release(content: Buffer, areas: Readonly<Record<number, readonly BlackArea[]>>): Promise<string> {
    const { pages, unreadable } = await redactor.burn(content, 1, (number) => areas[number] ?? []);
    expect(unreadable).toBeNull();
    const chunks: Buffer[] = [];
    const pageAt = (number: number) => Promise.resolve(the(pages[number - 1]).page);
    for await (const chunk of releasedPdf(pages.length, pageAt)) chunks.push(chunk);
    const file = path.join(folder, `${String(readdirSync(folder).length)}.pdf`);
    writeFileSync(file, Buffer.concat(chunks));
    return file;
  }

  const textOf = (file: string): string => pdfTool('pdftotext', '-layout', file, '-');
  /** How dark an area is, and how bright: within, where a label may stand, and at its edges. */
  async function inkOf(
    file: string,
    page: number,
    area: BlackArea,
  ): Promise<{ readonly darkest: number; readonly brightest: number; readonly edges: number }> {
    const picture = path.join(folder, 'page');
    pdfTool('pdftoppm', '-r', '100', '-f', String(page), '-l', String(page), '-png', '-singlefile', file, picture);
    const { width, height } = await sharp(`${picture}.png`).metadata();
    const box = {
      left: Math.ceil(area.left * width) + 1,
      top: Math.ceil(area.top * height) + 1,
      width: Math.floor(area.width * width) - 2,
      height: Math.floor(area.height * height) - 2,
    };
    const { data, info } = await sharp(`${picture}.png`).extract(box).greyscale().raw().toBuffer({ resolveWithObject: true });
    const edge = [...data].filter((_, at) => at % info.width < 2 || at % info.width > info.width - 3);
    const of = (pick: (...all: number[]) => number, all: readonly number[]): number =>
      all.reduce((one, other) => pick(one, other));
    return { darkest: of(Math.min, [...data]), brightest: of(Math.max, [...data]), edges: of(Math.max, edge) };
  }

  test('holds nothing of what was withheld: not as text, not in earlier revisions, notes, fields, attachments or metadata', async () => {
    const first = pdfOf(
      [
        {
          content: written('Contractor Wang ID 110101199003070011 of Street 5', 72, 700) + written('stays', 72, 650),
          more: '/MediaBox [0 0 595 842] /Annots [6 0 R 7 0 R]',
        },
      ],
      [
        '<< /Type /Annot /Subtype /FreeText /Rect [72 500 300 530] /Contents (NoteSecret) /DA (/F 12 Tf 0 g) >>',
        '<< /Type /Annot /Subtype /Widget /FT /Tx /T (field) /V (FieldSecret) /Rect [72 400 300 430] >>',
        stream('AttachedSecret'),
      ],
      '/AcroForm << /Fields [7 0 R] >> /Names << /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (a.txt) /EF << /F 8 0 R >> >>] >> >>',
    );
    const content = updated(first, [
      [5, stream(written('Contractor Wang ID 110101199003070011 of Street 7', 72, 700) + written('stays', 72, 650))],
    ]);
    const [page] = await look(content);
    expect(the(page).text.signs.join('')).toContain('Street 7');
    const area = placeOf(the(page), '110101199003070011');
    const file = await release(content, { 1: [area] });
    const all = allOfPdf(file);
    for (const secret of ['1101', '0011', 'Secret', 'Street 5', 'Zhang', 'Draft']) expect(all).not.toContain(secret);
    expect(textOf(file)).toMatch(/Contractor\s+Wang\s+ID\s+of\s+Street\s+7\s+stays/);
    expect((await inkOf(file, 1, area)).edges).toBeLessThan(8);
    expect(pdfTool('pdfimages', '-list', file).trim().split('\n')).toHaveLength(3);
  });

  test('what is filled into a form or noted on a page is found, withheld, and stays where it is not, as all text', async () => {
    const shown = (text: string): string =>
      stream(written(text, 4, 6)).replace(
        '<<',
        '<< /Type /XObject /Subtype /Form /BBox [0 0 228 30] /Resources << /Font << /F 3 0 R >> >>',
      );
    const content = pdfOf(
      [{ content: written('Form', 72, 700), more: '/MediaBox [0 0 595 842] /Annots [6 0 R 7 0 R]' }],
      [
        '<< /Type /Annot /Subtype /FreeText /F 4 /Rect [72 500 300 530] /Contents (NoteSecret) /AP << /N 8 0 R >> >>',
        '<< /Type /Annot /Subtype /Widget /F 4 /FT /Tx /T (a) /V (FieldStays) /Rect [72 400 300 430] /AP << /N 9 0 R >> >>',
        ...[shown('NoteSecret'), shown('FieldStays')],
      ],
      '/AcroForm << /Fields [7 0 R] >>',
    );
    const [page] = await look(content);
    const file = await release(content, { 1: [placeOf(the(page), 'NoteSecret')] });
    expect(textOf(file)).toMatch(/Form\s+FieldStays/);
    expect(allOfPdf(file)).not.toContain('Secret');
  });

  test('has no text that nobody sees: white, without colour, beneath a black box that somebody had drawn, or beside the page', async () => {
    const hidden =
      written('WhiteSecret', 72, 600, '1 g') +
      written('ClearSecret', 72, 560, '3 Tr') +
      written('AsideSecret', 900, 560, '0 g 0 Tr');
    const content = pdfOf([
      { content: `${hidden}${written('CoveredSecret', 72, 500)}0 g 60 490 300 30 re f ${written('seen', 72, 400)}` },
    ]);
    const [page] = await look(content);
    expect(the(page).text.signs.join('')).toContain('CoveredSecret');
    const file = await release(content, { 1: [] });
    expect(allOfPdf(file)).not.toContain('Secret');
    expect(textOf(file)).toContain('seen');
  });

  test('has the words that are drawn, and none that a writer has put behind them; what a layer hides is gone', async () => {
    const layers = '/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>';
    const content = pdfOf(
      [
        {
          content: `/Span << /ActualText (BehindSecret) >> BDC ${written('drawn', 72, 700)} EMC /OC /L BDC ${written('LayerSecret', 72, 600)} EMC`,
          resources: '/Properties << /L 6 0 R >>',
        },
      ],
      ['<< /Type /OCG /Name (NamedSecret) >>'],
      layers,
    );
    const [page] = await look(content);
    expect(the(page).text.signs.join('')).toContain('drawn');
    const file = await release(content, { 1: [] });
    expect(textOf(file).trim()).toBe('drawn');
    expect(allOfPdf(file)).not.toContain('Secret');
  });

  test('is black in the right place on pages that are turned, cut, or have their corner elsewhere', async () => {
    const upright = (matrix: string): string => `BT /F 14 Tf ${matrix} Tm (before HIDDEN after) Tj ET`;
    const content = pdfOf([
      { content: upright('0 1 -1 0 300 200'), more: '/MediaBox [0 0 595 842] /Rotate 90' },
      { content: upright('-1 0 0 -1 400 300'), more: '/MediaBox [0 0 595 842] /Rotate 180' },
      { content: upright('0 -1 1 0 300 600'), more: '/MediaBox [0 0 595 842] /Rotate 270' },
      { content: upright('1 0 0 1 100 650'), more: '/MediaBox [0 0 595 842] /CropBox [50 600 400 800]' },
      { content: upright('1 0 0 1 -50 650'), more: '/MediaBox [-100 -100 495 742]' },
      { content: upright('0 1 -1 0 300 200'), more: '/MediaBox [0 0 595 842] /CropBox [200 100 500 700] /Rotate 90' },
    ]);
    const pages = await look(content);
    const areas = pages.map((page) => ({ ...placeOf(page, 'HIDDEN'), labels: [] }));
    const file = await release(content, Object.fromEntries(areas.map((area, i) => [i + 1, [area]])));
    expect(
      textOf(file)
        .trim()
        .split('\f')
        .map((text) => text.replace(/\s+/g, '')),
    ).toEqual(pages.map(() => 'beforeafter'));
    for (const [i, page] of pages.entries()) {
      expect(await inkOf(file, i + 1, the(areas[i]))).toEqual({ darkest: 0, brightest: 0, edges: 0 });
      expect((await inkOf(file, i + 1, placeOf(page, 'before'))).brightest).toBe(255);
    }
  });

  test('is read in its direction where a line runs up, down or upside down', async () => {
    const line = (matrix: string): string => `BT /F 14 Tf ${matrix} Tm (before HIDDEN after words) Tj ET`;
    const content = pdfOf([
      ...[line('0 1 -1 0 300 200'), line('-1 0 0 -1 400 300'), line('0 -1 1 0 300 600')].map((text) => ({ content: text })),
      ...[90, 180, 270].map((turn) => ({
        content: line('1 0 0 1 200 300'),
        more: `/MediaBox [0 0 595 842] /Rotate ${String(turn)}`,
      })),
      { content: `${line('0 1 -1 0 40 200')} ${written('upright', 200, 700)}` },
    ]);
    const pages = await look(content);
    const areas = pages.map((page) => ({ ...placeOf(page, 'HIDDEN'), labels: [] }));
    const file = await release(content, Object.fromEntries(areas.map((area, i) => [i + 1, [area]])));
    for (const text of textOf(file).trim().split('\f')) expect(text).toMatch(/^before +after words\s*(upright)?$/);
  });

  test('a word goes as a whole where a part of it is marked; a picture has its areas black, and no camera in it', async () => {
    const [page] = await look(pdfOf([{ content: written('A 13900001111 B', 72, 700) }]));
    const part = placeOf(the(page), '1390');
    expect(
      textOf(await release(pdfOf([{ content: written('A 13900001111 B', 72, 700) }]), { 1: [part] })).replace(/\s+/g, ''),
    ).toBe('AB');
    const photo = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#c83214' } })
      .withExif({ IFD0: { Artist: 'CameraSecret' } })
      .jpeg()
      .toBuffer();
    const area = { left: 0.1, top: 0.1, width: 0.5, height: 0.25, labels: LABELS };
    const file = await release(photo, { 1: [area] });
    expect((await inkOf(file, 1, area)).edges).toBeLessThan(16);
    expect(allOfPdf(file)).not.toContain('CameraSecret');
  });

  test('what cannot be opened is told by its page, and so is what takes too long', async () => {
    expect(await redactor.look(Buffer.from('%PDF-1.7 nothing'), 1)).toEqual({ pages: [], unreadable: 1 });
    const hasty = new PageRedactor({ program: redactProgram, font: '', patience: () => AbortSignal.abort() });
    expect(await hasty.burn(pdfOf([{ content: '' }]), 1, () => [])).toEqual({
      ...{ pages: [], unreadable: 1, isGivenUp: true },
    });
  });
});

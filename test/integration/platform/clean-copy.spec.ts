import { localDate } from '@gongkai/calendar';
import { Binder, ManualClock } from '@gongkai/platform';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { allOfPdf, pdfTool } from '../../support/all-of-pdf.js';
import { programs } from '../../support/api.js';
import { pdfOf, stream, updated, written } from '../../support/pdfs.js';
import { suiteNeeding } from '../../support/tools.js';

suiteNeeding('pdftotext')('what is copied for the public', () => {
  let folder: string;
  let binder: Binder;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gongkai-clean-'));
    binder = new Binder({ folder, program: programs.bind, clock: new ManualClock(localDate('2026-03-02')) });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function copied(content: Buffer): Promise<string> {
    const copy = await binder.clean(content);
    if (copy === undefined) throw new Error('It cannot be opened.');
    const file = path.join(folder, 'copy.pdf');
    writeFileSync(file, await buffer(copy.content));
    return file;
  }
  const textOf = (file: string): string => pdfTool('pdftotext', '-layout', file, '-');
  const pictures = (file: string): number => pdfTool('pdfimages', '-list', file).trim().split('\n').length - 2;

  test('shows the same pages, as text, and says nothing beside them: no author, notes, scripts, attachments, earlier revisions', async () => {
    const shown = stream(written('FieldShown', 4, 6)).replace(
      '<<',
      '<< /Type /XObject /Subtype /Form /BBox [0 0 228 30] /Resources << /Font << /F 3 0 R >> >>',
    );
    const first = pdfOf(
      [
        {
          content: written('Street Secret', 72, 700),
          more: `/MediaBox [0 0 595 842] /Rotate 90 /Annots [6 0 R 7 0 R] /Metadata 10 0 R /PieceInfo << /X (PieceSecret) >>
            /AA << /O << /S /JavaScript /JS (PageSecret) >> >>`,
        },
      ],
      [
        '<< /Type /Annot /Subtype /Text /Rect [72 500 90 520] /Contents (NoteSecret) /T (AuthorSecret) >>',
        '<< /Type /Annot /Subtype /Widget /F 4 /FT /Tx /T (FieldSecret) /V (FieldShown) /Rect [72 400 300 430] /AP << /N 9 0 R >> >>',
        stream('AttachedSecret'),
        shown,
        `<< /Type /Metadata /Subtype /XML /Length 9 >>\nstream\nXmpSecret\nendstream`,
      ],
      `/AcroForm << /Fields [7 0 R] >> /Metadata 10 0 R /OpenAction << /S /JavaScript /JS (OpenSecret) >>
       /Names << /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (SecretName.txt) /EF << /F 8 0 R >> >>] >> >>`,
    );
    const file = await copied(updated(first, [[5, stream(written('Street Seven', 72, 700))]]));
    expect(textOf(file)).toMatch(/Street\s+Seven/);
    // What is seen of a form stays, and can be found.
    expect(textOf(file)).toContain('FieldShown');
    const all = allOfPdf(file);
    for (const told of ['Secret', 'Zhang', 'Draft', '/Annot', '/JavaScript']) expect(all).not.toContain(told);
    expect(pdfTool('pdfinfo', file)).toMatch(/Page size: +842 x 595/);
    expect(pictures(file)).toBe(0);
  });

  test('is a picture of each page where a page carries more than it shows: what a writer put behind its words, where a photo was taken', async () => {
    const behind = `/Span << /ActualText (Zhang Secret) >> BDC ${written('Street Seven', 72, 700)} EMC`;
    const worded = await copied(pdfOf([{ content: behind }]));
    expect(allOfPdf(worded)).not.toContain('Secret');
    expect(textOf(worded)).toMatch(/Street\s+Seven/);
    expect(pictures(worded)).toBe(1);

    const dots = { width: 40, height: 40, channels: 3 as const, background: '#c00000' };
    const photo = await sharp({ create: dots })
      .withExif({ IFD0: { Artist: 'Zhang Secret' } })
      .jpeg()
      .toBuffer();
    expect(photo.toString('latin1')).toContain('Zhang Secret');
    const drawn = `<< /Type /XObject /Subtype /Image /Width 40 /Height 40 /ColorSpace /DeviceRGB /BitsPerComponent 8
      /Filter /DCTDecode /Length ${String(photo.length)} >>\nstream\n${photo.toString('latin1')}\nendstream`;
    const page = { content: 'q 200 0 0 200 72 500 cm /P Do Q', resources: '/XObject << /P 6 0 R >>' };
    for (const content of [pdfOf([page], [drawn]), photo]) {
      const file = await copied(content);
      expect(allOfPdf(file)).not.toContain('Secret');
      expect(pictures(file)).toBe(1);
    }
  });

  test('is not there where the file cannot be opened', async () => {
    expect(await binder.clean(Buffer.from('%PDF-1.7\nnothing'))).toBeUndefined();
    expect(await binder.clean(Buffer.from('nothing'))).toBeUndefined();
  });
});

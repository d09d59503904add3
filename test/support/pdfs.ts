/** A page of a PDF that is made for a test: what is drawn on it, and what else its dictionary and its resources say. */
export type PdfPage = { readonly content: string; readonly more?: string; readonly resources?: string };

/** Text at a place, in points from the left bottom corner. */
export const written = (text: string, x: number, y: number, more = ''): string =>
  `BT /F 14 Tf ${more} ${String(x)} ${String(y)} Td (${text}) Tj ET\n`;

/**
 * A PDF as a writer of text would make it: A4, one font, nothing packed.
 * @param others further objects, from number 4 + twice the pages on
 * @param catalog what else the catalogue says
 */
export function pdfOf(pages: readonly PdfPage[], others: readonly string[] = [], catalog = ''): Buffer {
  const kids = pages.map((_, i) => `${String(4 + i * 2)} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${String(pages.length)} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap(({ content, more = '/MediaBox [0 0 595 842]', resources = '' }, i) => [
      `<< /Type /Page /Parent 2 0 R ${more} /Resources << /Font << /F 3 0 R >> ${resources} >> /Contents ${String(5 + i * 2)} 0 R >>`,
      stream(content),
    ]),
    ...others,
  ];
  return closed(
    '%PDF-1.7\n',
    objects.map((body, i) => [i + 1, body] as const),
    '/Info << /Author (Zhang Secret) /Title (Draft) >>',
  );
}

/** The same file, with objects that were written anew after its end: what they replace is still in it. */
export function updated(pdf: Buffer, objects: readonly (readonly [number: number, body: string])[]): Buffer {
  const before = /startxref\n(\d+)\n%%EOF\n$/.exec(pdf.toString('latin1'))?.[1] ?? '0';
  return closed(pdf.toString('latin1'), objects, `/Prev ${before}`);
}

export const stream = (content: string): string => `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`;

function closed(before: string, objects: readonly (readonly [number, string])[], trailer: string): Buffer {
  let text = before;
  const rows = objects.map(([number, body]) => {
    const at = text.length;
    text += `${String(number)} 0 obj\n${body}\nendobj\n`;
    return `${String(number)} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = Math.max(...objects.map(([number]) => number), 99) + 1;
  const start = text.length;
  text += `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${String(size)} /Root 1 0 R ${trailer} >>\n`;
  return Buffer.from(`${text}startxref\n${String(start)}\n%%EOF\n`, 'latin1');
}

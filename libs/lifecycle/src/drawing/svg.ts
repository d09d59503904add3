/** One letter of the drawing's type is this wide; every width is reckoned from it, so no font has to be measured. */
const LETTER = 6.05;
export const LINE = 16;

export const widthOf = (text: string): number => Math.ceil(text.length * LETTER);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Point = readonly [x: number, y: number];

export const text = ([x, y]: Point, content: string, kind = ''): string =>
  `<text x="${x}" y="${y}"${kind === '' ? '' : ` class="${kind}"`}>${escaped(content)}</text>`;

export const rect = ([x, y]: Point, [width, height]: Point, kind: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" class="${kind}"/>`;

/** A line along right angles; the last piece bears the arrow. */
export const arrow = (points: readonly Point[]): string =>
  `<polyline points="${points.map((point) => point.join(',')).join(' ')}" class="way" marker-end="url(#tip)"/>`;

export const dot = ([x, y]: Point): string => `<circle cx="${x}" cy="${y}" r="4" class="start"/>`;

const STYLE = [
  'text{font:10px "DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#1f2933}',
  '.title{font:600 16px sans-serif}',
  '.name{font-weight:700;font-size:11px}',
  '.stay{fill:#616e7c}',
  '.state{fill:#fff;stroke:#52606d}',
  '.region{fill:#f5f7fa;stroke:#9aa5b1;stroke-dasharray:4 3}',
  '.open{fill:#fbfcfd;stroke:#52606d}',
  '.way{fill:none;stroke:#3e4c59}',
  '.start{fill:#1f2933}',
].join('');

/** The whole drawing. */
export function svg([width, height]: Point, title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#3e4c59"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

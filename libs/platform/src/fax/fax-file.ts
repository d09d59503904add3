import type { IncomingFinding, PageView } from '@gongkai/contracts';
import type { PageDrawer } from '../pages/page-drawer.js';
import { printOfPages } from '../pages/print-of-pages.js';
import { inspectScan, nextPages, type Scan } from '../pages/scan.js';
import { isTiff } from '../pages/tiff-pages.js';

/** What is known of the content of a fax. */
export type FaxContent = {
  /** The ending of its kind, whatever its name says; undefined for one that no fax server writes. */
  readonly ending: 'tif' | 'pdf' | undefined;
  /** Pages that can be counted. */
  readonly pages: number | undefined;
  readonly sender: string | undefined;
  /** Something of it can be read. */
  readonly readable: boolean;
  readonly findings: readonly IncomingFinding[];
  /** The same for the same pages, where they can be read to their end. */
  readonly pagesPrint: string | undefined;
  /** Its pages, as they have been drawn for the screen; none where nothing has to be drawn. */
  readonly drawn: readonly PageView[];
};

const PDF_HEAD = 1024;
const PDF_TAIL = 2048;
/** A number of a telephone, as fax machines send it. */
const NUMBER = /^\+?[\d ()./-]{5,30}$/;

/** The kind of a file, by what it contains. */
function endingOf(content: Buffer): FaxContent['ending'] {
  if (isTiff(content)) return 'tif';
  return content.subarray(0, PDF_HEAD).includes('%PDF-') ? 'pdf' : undefined;
}

/** Whether a file has its end; one that has not may still be on its way. */
export function hasItsEnd(content: Buffer): boolean {
  const ending = endingOf(content);
  if (ending === 'pdf') return content.subarray(-PDF_TAIL).includes('%%EOF');
  return ending === 'tif' && !inspectScan(content).isCut;
}

type Drawer = Pick<PageDrawer, 'draw' | 'pagesIn'>;

/** Reads a fax to its end: its pages are drawn, to know which can be. @param key what the content is kept as */
export async function readFax(content: Buffer, key: string, drawer: Drawer): Promise<FaxContent> {
  const ending = endingOf(content);
  if (ending === 'tif') return readTiff(content, key, drawer);
  const rest = { ending, sender: undefined, pagesPrint: undefined, drawn: [] };
  if (ending === undefined) return { ...rest, pages: undefined, readable: false, findings: [{ code: 'file-refused' }] };
  // Its pages are drawn when somebody looks at them: most have text, and more pages than faxes of a machine.
  const pages = await drawer.pagesIn(content);
  const readable = pages > 0;
  const findings: IncomingFinding[] = hasItsEnd(content) ? [] : [{ code: 'file-damaged' }];
  return {
    ...rest,
    pages: readable ? pages : undefined,
    readable,
    findings: readable ? findings : [...findings, { code: 'file-unreadable' }],
  };
}

async function readTiff(content: Buffer, key: string, drawer: Drawer): Promise<FaxContent> {
  const scan = inspectScan(content);
  const drawn: PageView[] = [];
  while (drawn.length < scan.total) drawn.push(...(await drawer.draw({ fileId: key, content }, nextPages(scan, drawn.length))));
  const readable = drawn.some(({ width }) => width !== undefined);
  const findings: IncomingFinding[] = [];
  for (const { number, problem } of drawn)
    if (problem !== undefined && problem !== 'missing') findings.push({ code: 'page-unreadable', page: number, detail: problem });
  if (scan.isCut) findings.push({ code: 'file-damaged' });
  if (!readable) findings.push({ code: 'file-unreadable' });
  const pagesPrint = printOfPages(content);
  return { ending: 'tif', pages: scan.pages.length, sender: senderIn(scan), readable, findings, pagesPrint, drawn };
}

/** Fax servers write it where others describe the picture. */
function senderIn({ pages: [first] }: Scan): string | undefined {
  const said = first?.description ?? '';
  return NUMBER.test(said) ? said : undefined;
}

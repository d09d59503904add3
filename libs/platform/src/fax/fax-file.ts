import type { IncomingFinding } from '@gongkai/contracts';
import { drawPage, inspectScan, type Scan } from '../pages/page-picture.js';
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

/** Reads a fax to its end: every page is drawn once, to know which can be. The content is changed meanwhile. */
export async function readFax(content: Buffer): Promise<FaxContent> {
  const ending = endingOf(content);
  if (ending === 'tif') return readTiff(content);
  const findings: IncomingFinding[] = [];
  if (ending === undefined) findings.push({ code: 'file-refused' });
  else if (!hasItsEnd(content)) findings.push({ code: 'file-damaged' });
  return { ending, pages: undefined, sender: undefined, readable: ending === 'pdf', findings };
}

async function readTiff(content: Buffer): Promise<FaxContent> {
  const scan = inspectScan(content);
  const findings: IncomingFinding[] = [];
  let isAnyDrawn = false;
  for (let number = 1; number <= scan.pages.length; number += 1) {
    const { picture, problem } = await drawPage(content, scan, number);
    isAnyDrawn ||= picture !== undefined;
    if (problem !== undefined) findings.push({ code: 'page-unreadable', page: number, detail: problem });
  }
  if (scan.isCut) findings.push({ code: 'file-damaged' });
  if (!isAnyDrawn) findings.push({ code: 'file-unreadable' });
  return { ending: 'tif', pages: scan.pages.length, sender: senderIn(scan), readable: isAnyDrawn, findings };
}

/** Fax servers write it where others describe the picture. */
function senderIn({ pages: [first] }: Scan): string | undefined {
  const said = first?.description ?? '';
  return NUMBER.test(said) ? said : undefined;
}

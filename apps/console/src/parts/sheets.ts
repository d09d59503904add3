import type { FileView, PageBox, PageProblem, PagesView } from '@gongkai/contracts';
import { addressOfFile } from './file-address.js';

/** What is looked at in one go: a file, or a page of a scan that has to be drawn first. */
export type Sheet = {
  /** The same while its page is the same. */
  readonly key: string;
  readonly file: FileView;
  /** From 1, of how many; null for a file that is shown as a whole. */
  readonly page: { readonly number: number; readonly total: number } | null;
  /** How it is shown: drawn by the browser, in a frame of its own, as a word that it is being made, or not at all. */
  readonly kind: 'picture' | 'document' | 'making' | 'nothing';
  /** Where it is shown from. */
  readonly src: string;
  readonly problem?: PageProblem | undefined;
  /** Pages that are done, where it is being made. */
  readonly done?: number;
};

/** A place on a page that is outlined. */
export type Mark = {
  /** The same while it is the same place, looked for by the same field. */
  readonly key: string;
  readonly fileId: string;
  /** From 1. */
  readonly page: number;
  readonly box: PageBox;
};

export const PDF = 'application/pdf';
/** What a browser draws by itself. */
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/bmp', 'image/webp'];

/** Whether its pages are drawn by the server: a TIFF is shown by no browser, a PDF in a frame that takes the keys away. */
export const isScan = ({ mime }: FileView): boolean => mime === 'image/tiff' || mime === PDF;

/** The sheets of a file. @param pages of a scan, as far as they are known; null where they cannot be had */
export function sheetsOf(file: FileView, pages: PagesView | null | undefined): readonly Sheet[] {
  const whole = { key: file.id, file, page: null, src: `${addressOfFile(file)}&inline=true` };
  if (isWhole(file, pages)) return [{ ...whole, kind: kindOf(file) }];
  return scanOf(whole, pages ?? { total: null, done: 0, pages: [] });
}

type Whole = Pick<Sheet, 'key' | 'file' | 'page' | 'src'>;

function scanOf(whole: Whole, { total, done, pages }: Omit<PagesView, 'state'>): readonly Sheet[] {
  const { file } = whole;
  const making = { ...whole, key: keyOf(file, done + 1), kind: 'making', done } as const;
  if (total === null) return [making];
  const drawn = pages.map(({ number, width, problem }): Sheet => ({
    key: keyOf(file, number),
    file,
    page: { number, total },
    kind: width === undefined ? 'nothing' : 'picture',
    src: `/api/v1/files/${file.id}/pages/${String(number)}`,
    problem,
  }));
  return done < total ? [...drawn, { ...making, page: { number: done + 1, total } }] : drawn;
}

/** Whether a file is left to the browser. A PDF of which nothing can be drawn is: it may ask for a password. */
function isWhole(file: FileView, pages: PagesView | null | undefined): boolean {
  if (!isScan(file) || pages === null) return true;
  return file.mime === PDF && pages?.state === 'ready' && pages.pages.every(({ width }) => width === undefined);
}

const keyOf = ({ id }: FileView, number: number): string => `${id}/${String(number)}`;

const kindOf = ({ mime }: FileView): Sheet['kind'] =>
  PICTURES.includes(mime) ? 'picture' : mime === PDF ? 'document' : 'nothing';

/** One part of a paper, as both printers know it. */
export type Block =
  /** A paragraph that comes from the law says so: it is not written by hand. */
  | { readonly type: 'paragraph'; readonly text: string; readonly about?: 'remedies' }
  | { readonly type: 'heading'; readonly text: string }
  /** The first row is the head where `headed`; `widths` are shares of the line. */
  | {
      readonly type: 'table';
      readonly rows: readonly (readonly string[])[];
      readonly headed: boolean;
      readonly widths: readonly number[];
    }
  /** An address as a QR code in the first column of a form, and words beside it. */
  | { readonly type: 'code'; readonly code: string; readonly text: string; readonly widths: readonly number[] }
  /** A table with merged cells: each row names the cells that begin in it. The first `headRows` rows are the head of each page. */
  | {
      readonly type: 'grid';
      readonly widths: readonly number[];
      readonly headRows: number;
      readonly rows: readonly (readonly GridCell[])[];
    };

export type GridCell = {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly align: 'left' | 'center' | 'right';
};

/** A paper with everything that is to be read on it: what is printed as PDF and as DOCX, each from this alone. */
export type Paper = {
  /** A letter that leaves, a table to be filled in and filed, or what a letter is put into. */
  readonly form: 'letter' | 'sheet' | 'envelope';
  /** In millimetres, where it is not A4. */
  readonly page: { readonly width: number; readonly height: number } | null;
  /** Whose paper it is; over the title of a sheet, under the text of a letter. */
  readonly organ: string;
  readonly title: string;
  readonly number: string | null;
  readonly addressee: string | null;
  readonly blocks: readonly Block[];
  /** The names under what comes with it, without a seal. */
  readonly attachments: readonly string[];
  /** Where the seal goes: organ and day under the text. */
  readonly sealed: { readonly organ: string; readonly day: string; readonly mark: string } | null;
  /** Whom to ask; at the very end. */
  readonly contact: string | null;
  /** The day it bears (`YYYY-MM-DD`): its PDF was made then, so that the same paper is the same file whenever it is drawn. */
  readonly day: string;
  /** To be looked at, and marked so. */
  readonly draft: boolean;
  /** With what word, where it is not Chinese. */
  readonly draftMark?: string;
};

/** Every text that is printed. */
export const textsOf = ({ organ, title, number, addressee, blocks, attachments, sealed, contact }: Paper): readonly string[] => [
  ...[organ, title, number, addressee, contact, sealed?.organ, sealed?.day].flatMap((text) => text ?? []),
  ...attachments,
  ...blocks.flatMap(wordsIn),
];

function wordsIn(block: Block): readonly string[] {
  if (block.type === 'table') return block.rows.flat();
  return block.type === 'grid' ? block.rows.flat().map(({ text }) => text) : [block.text];
}

import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionPropertiesOptions,
} from 'docx';
import type { Block, Paper } from '../content/paper.js';
import { packedOn } from './packed-on.js';
import { qrGif } from './qr-code.js';
import { CLOSER_PT, CODE_MM, DAY_INDENT, MARGIN_MM, MARK, PT, SMALL_MM } from './typography.js';

const TWIPS = 20;
const TWIPS_PER_MM = 56.6929;
const MM_PER_INCH = 25.4;
const PIXELS_PER_INCH = 96;
const mm = (length: number): number => Math.round(length * TWIPS_PER_MM);
const pt = (length: number): number => Math.round(length * TWIPS);
const A4 = { width: mm(210), height: mm(297) };
const LINE_WIDTH = A4.width - mm(MARGIN_MM.left) - mm(MARGIN_MM.right);
const INDENT = pt(2 * PT.body);

/** Fonts that offices have (GB/T 9704: 仿宋 for the text, 小标宋 for titles; a bold 宋体 is on every machine). */
const BODY = { ascii: 'FangSong', hAnsi: 'FangSong', eastAsia: '仿宋' };
const TITLE = { ascii: 'SimSun', hAnsi: 'SimSun', eastAsia: '宋体' };

const runOf = (options: IRunOptions): TextRun => new TextRun(options);
const run = (text: string, size: number = PT.body, bold = false): TextRun =>
  runOf({ text, size: size * 2, bold, font: BODY, ...(size === PT.body ? { characterSpacing: -pt(CLOSER_PT) } : {}) });
const lines = (line: number): IParagraphOptions['spacing'] => ({ line: pt(line), lineRule: LineRuleType.EXACT });
const paragraph = (children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: lines(PT.line), children: [...children], ...options });
const indented = (text: string, isBold = false, keepNext = false): Paragraph =>
  paragraph([run(text, PT.body, isBold)], { indent: { firstLine: INDENT }, keepNext });
const centred = (child: TextRun): Paragraph => paragraph([child], { alignment: AlignmentType.CENTER });
const blank = (keepNext = false): Paragraph => paragraph([run('')], { keepNext });

/** The paper as DOCX, for whoever has to work on with it; made on the day that it bears. */
export function docxOf(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: paper.organ,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: pageOf(paper) },
        ...(paper.draft
          ? { headers: onBothSides(() => new Header({ children: [centred(run(paper.draftMark ?? MARK.draft))] })) }
          : {}),
        ...(paper.page === null ? { footers: onBothSides((side) => new Footer({ children: [pageNumber(side)] })) } : {}),
        children: paper.form === 'envelope' ? envelopeOf(paper) : [...headOf(paper), ...bodyOf(paper), ...tailOf(paper)],
      },
    ],
  });
  return packedOn(paper, document);
}

function pageOf({ page }: Paper): NonNullable<ISectionPropertiesOptions['page']> {
  const { top, bottom, left, right } = MARGIN_MM;
  if (page === null) return { size: A4, margin: { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right) } };
  const margin = mm(SMALL_MM.margin);
  const orientation = page.width > page.height ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  // The shorter side is told first, and turned by the orientation.
  const [width, height] = [Math.min(page.width, page.height), Math.max(page.width, page.height)].map(mm);
  return { size: { width, height, orientation }, margin: { top: margin, bottom: margin, left: margin, right: margin } };
}

/** The postcode at the upper left, the address in the middle, the sender at the lower right. */
function envelopeOf({ number, addressee, blocks, contact }: Paper): Paragraph[] {
  const indent = { left: mm(SMALL_MM.addressLeft) };
  const address = blocks.flatMap((block) => ('text' in block ? [block.text] : []));
  return [
    paragraph([runOf({ text: number ?? '', size: PT.body * 2, font: BODY, characterSpacing: pt(PT.body / 2) })]),
    ...[...address, ''].map((text) => paragraph([run(text)], { indent })),
    paragraph([run(`${addressee ?? ''}${MARK.received}`, PT.title)], { indent }),
    blank(),
    ...(contact ?? '')
      .split('\n')
      .map(
        (text) => new Paragraph({ spacing: lines(PT.cellLine), alignment: AlignmentType.RIGHT, children: [run(text, PT.cell)] }),
      ),
  ];
}

const bodyOf = ({ blocks }: Paper): (Paragraph | Table)[] =>
  blocks.flatMap((block, i) => (block.type === 'code' ? [codeOf(block, i + 1)] : blockOf(block, i === blocks.length - 1)));

/** The outer edge of odd pages and of even ones. */
const onBothSides = <T>(make: (side: Side) => T): { readonly default: T; readonly even: T } => ({
  default: make('right'),
  even: make('left'),
});

type Side = 'left' | 'right';

const pageNumber = (side: Side): Paragraph =>
  new Paragraph({
    alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: { [side]: pt(PT.pageNumber) },
    children: [new TextRun({ size: PT.pageNumber * 2, font: TITLE, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });

function headOf({ form, organ, title, number, addressee }: Paper): Paragraph[] {
  return [
    ...(form === 'sheet' ? [centred(run(organ))] : []),
    centred(runOf({ text: title, size: PT.title * 2, bold: true, font: TITLE })),
    ...(number === null ? [] : [centred(run(number))]),
    blank(),
    ...(addressee === null ? [] : [paragraph([run(`${addressee}：`)])]),
  ];
}

/** A page with the seal alone could be put under anything: the last words go with it. */
function blockOf(block: Exclude<Block, { type: 'code' }>, isLast: boolean): (Paragraph | Table)[] {
  if (block.type === 'table') return [tableOf(block)];
  if (block.type === 'grid') return [gridOf(block)];
  return [indented(block.text, block.type === 'heading', isLast || block.type === 'heading')];
}

const PADDING = { top: pt(4), bottom: pt(4), left: pt(5), right: pt(5) };

/** How wide each column is, of the whole line. */
function columnsOf(widths: readonly number[]): number[] {
  const shares = widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one) => Math.round((LINE_WIDTH * one) / shares));
}

const cellLines = (text: string, isBold: boolean, alignment?: IParagraphOptions['alignment']): Paragraph[] =>
  text
    .split('\n')
    .map((line) => new Paragraph({ spacing: lines(PT.cellLine), children: [run(line, PT.cell, isBold)], alignment }));

function tableOf({ rows, widths, headed }: Extract<Block, { type: 'table' }>): Table {
  const columnWidths = columnsOf(widths);
  const cell = (text: string, i: number, isBold: boolean): TableCell =>
    new TableCell({
      width: { size: columnWidths[i] ?? 0, type: WidthType.DXA },
      margins: PADDING,
      children: cellLines(text, isBold),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: LINE_WIDTH, type: WidthType.DXA },
    columnWidths,
    rows: rows.map(
      (row, i) =>
        new TableRow({
          tableHeader: headed && i === 0,
          cantSplit: true,
          children: row.map((text, column) => cell(text, column, headed && i === 0)),
        }),
    ),
  });
}

/** An exact line would cut the picture off: this one is as high as what stands in it. @param no of the picture, else the library counts on */
function codeOf({ code, text, widths }: Extract<Block, { type: 'code' }>, no: number): Table {
  const columnWidths = columnsOf(widths);
  const side = (CODE_MM / MM_PER_INCH) * PIXELS_PER_INCH;
  const altText = { id: String(no), name: 'QR', description: code };
  const picture = new ImageRun({ type: 'gif', data: qrGif(code), transformation: { width: side, height: side }, altText });
  const cells = [[new Paragraph({ alignment: AlignmentType.CENTER, children: [picture] })], cellLines(text, false)];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: LINE_WIDTH, type: WidthType.DXA },
    columnWidths,
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, i) =>
            new TableCell({
              ...{ margins: PADDING, verticalAlign: VerticalAlignTable.CENTER, children },
              width: { size: columnWidths[i] ?? 0, type: WidthType.DXA },
            }),
        ),
      }),
    ],
  });
}

const NARROW = { top: pt(2), bottom: pt(2), left: pt(2), right: pt(2) };

/** Cells that reach down are begun once: the format continues them itself. */
const gridOf = ({ widths, headRows, rows }: Extract<Block, { type: 'grid' }>): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: LINE_WIDTH, type: WidthType.DXA },
    columnWidths: columnsOf(widths),
    rows: rows.map(
      (row, i) =>
        new TableRow({
          tableHeader: i < headRows,
          cantSplit: true,
          children: row.map(
            ({ text, colSpan: columnSpan, rowSpan, align }) =>
              new TableCell({
                ...{ columnSpan, rowSpan, margins: NARROW, verticalAlign: VerticalAlignTable.CENTER },
                children: cellLines(text, false, align),
              }),
          ),
        }),
    ),
  });

function tailOf({ attachments, sealed, contact }: Paper): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, keepLines: true, keepNext: true, indent: { right: pt(DAY_INDENT * PT.body) } };
  return [
    ...attachments.flatMap((name, i) => [
      ...(i === 0 ? [blank(true)] : []),
      indented(
        `${i === 0 ? MARK.attachments : '　　　'}${attachments.length > 1 ? `${String(i + 1)}．` : ''}${name}`,
        false,
        true,
      ),
    ]),
    ...(sealed === null
      ? []
      : [
          blank(true),
          blank(true),
          paragraph([run(`${sealed.organ}${sealed.mark}`)], right),
          paragraph([run(sealed.day)], { ...right, keepNext: contact !== null }),
        ]),
    ...(contact === null ? [] : [indented(`（${contact}）`)]),
  ];
}

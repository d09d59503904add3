import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { Block, Paper } from '../content/paper.js';
import { DAY_INDENT, MARGIN_MM, MARK, PT } from './typography.js';

const TWIPS = 20;
const TWIPS_PER_MM = 56.6929;
const mm = (length: number): number => Math.round(length * TWIPS_PER_MM);
const pt = (length: number): number => Math.round(length * TWIPS);
const A4 = { width: mm(210), height: mm(297) };
const LINE_WIDTH = A4.width - mm(MARGIN_MM.left) - mm(MARGIN_MM.right);
const INDENT = pt(2 * PT.body);

/** Fonts that offices have (GB/T 9704: 仿宋 for the text, 小标宋 for titles; a bold 宋体 is on every machine). */
const BODY = { ascii: 'FangSong', hAnsi: 'FangSong', eastAsia: '仿宋' };
const TITLE = { ascii: 'SimSun', hAnsi: 'SimSun', eastAsia: '宋体' };

const runOf = (options: IRunOptions): TextRun => new TextRun(options);
const run = (text: string, size: number = PT.body, bold = false): TextRun => runOf({ text, size: size * 2, bold, font: BODY });
const lines = (line: number): IParagraphOptions['spacing'] => ({ line: pt(line), lineRule: LineRuleType.EXACT });
const paragraph = (children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: lines(PT.line), children: [...children], ...options });
const indented = (text: string, isBold = false, keepNext = false): Paragraph =>
  paragraph([run(text, PT.body, isBold)], { indent: { firstLine: INDENT }, keepNext });
const centred = (child: TextRun): Paragraph => paragraph([child], { alignment: AlignmentType.CENTER });
const blank = (keepNext = false): Paragraph => paragraph([run('')], { keepNext });

/** The paper as DOCX, for whoever has to work on with it. */
export async function docxOf(paper: Paper): Promise<Buffer> {
  const { top, bottom, left, right } = MARGIN_MM;
  const document = new Document({
    title: paper.title,
    creator: paper.organ,
    sections: [
      {
        properties: { page: { size: A4, margin: { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right) } } },
        ...(paper.draft ? { headers: { default: new Header({ children: [centred(run(MARK.draft))] }) } } : {}),
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          ...headOf(paper),
          ...paper.blocks.flatMap((block, i) => blockOf(block, i === paper.blocks.length - 1)),
          ...tailOf(paper),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
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
function blockOf(block: Block, isLast: boolean): (Paragraph | Table)[] {
  if (block.type === 'table') return [tableOf(block)];
  return [indented(block.text, block.type === 'heading', isLast || block.type === 'heading')];
}

function tableOf({ rows, widths, headed }: Extract<Block, { type: 'table' }>): Table {
  const shares = widths.reduce((sum, one) => sum + one, 0);
  const columnWidths = widths.map((one) => Math.round((LINE_WIDTH * one) / shares));
  const cell = (text: string, i: number, isBold: boolean): TableCell =>
    new TableCell({
      width: { size: columnWidths[i] ?? 0, type: WidthType.DXA },
      margins: { top: pt(4), bottom: pt(4), left: pt(5), right: pt(5) },
      children: text
        .split('\n')
        .map((line) => new Paragraph({ spacing: lines(PT.cellLine), children: [run(line, PT.cell, isBold)] })),
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

function tailOf({ attachments, sealed, contact }: Paper): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, keepLines: true, keepNext: true, indent: { right: pt(DAY_INDENT * PT.body) } };
  return [
    ...attachments.flatMap((name, i) => [
      ...(i === 0 ? [blank()] : []),
      indented(`${i === 0 ? MARK.attachments : '　　　'}${String(i + 1)}．${name}`),
    ]),
    ...(sealed === null
      ? []
      : [
          blank(true),
          blank(true),
          paragraph([run(`${sealed.organ}${MARK.seal}`)], right),
          paragraph([run(sealed.day)], { ...right, keepNext: false }),
        ]),
    ...(contact === null ? [] : [blank(), indented(`（${contact}）`)]),
  ];
}

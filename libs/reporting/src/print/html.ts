import type { AnnualReport, Language, PrintedCell, PrintedTable } from '@gongkai/contracts';
import { contentOf, wordsOf, type ReportBlock } from './content.js';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

const STYLE = `body{font-family:serif;line-height:1.6;max-width:60rem;margin:2rem auto;padding:0 1rem}h1{text-align:center}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #333;padding:.2rem .4rem}th{font-weight:normal;text-align:left}
thead th{text-align:center}td{text-align:right}`;

/** The report as a page for a website: real tables, each number under its headings for who hears them read (WCAG 1.3.1). */
export function htmlOf(report: AnnualReport, language: Language): string {
  const { title, sections } = contentOf(report, language);
  const body = sections.map(({ heading, blocks }) =>
    [`<section>`, `<h2>${escaped(heading)}</h2>`, ...blocks.map((block) => blockOf(block, report, language)), `</section>`].join(
      '\n',
    ),
  );
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>`,
    `<body>`,
    `<main>`,
    `<h1>${escaped(title)}</h1>`,
    ...body,
    `</main>`,
    `</body>`,
    '</html>',
    '',
  ].join('\n');
}

function blockOf(block: ReportBlock, report: AnnualReport, language: Language): string {
  if (block.type === 'table') return tableOf(block.table, report, language);
  const tag = block.type === 'heading' ? 'h3' : 'p';
  return `<${tag}>${escaped(block.text)}</${tag}>`;
}

function tableOf({ id, note, headRows, rows }: PrintedTable, report: AnnualReport, language: Language): string {
  const row = (cells: readonly PrintedCell[]): string =>
    `<tr>${cells.map((cell) => cellOf(cell, wordsOf(cell, report, language))).join('')}</tr>`;
  const head = rows.slice(0, headRows).map(row);
  return [
    `<table id="${id}">`,
    ...(note === null ? [] : [`<caption>${escaped(note[language])}</caption>`]),
    ...(head.length === 0 ? [] : ['<thead>', ...head, '</thead>']),
    '<tbody>',
    ...rows.slice(headRows).map(row),
    '</tbody>',
    '</table>',
  ].join('\n');
}

function cellOf({ heads, colSpan, rowSpan, cell }: PrintedCell, words: string): string {
  const spans = `${colSpan > 1 ? ` colspan="${String(colSpan)}"` : ''}${rowSpan > 1 ? ` rowspan="${String(rowSpan)}"` : ''}`;
  if (heads === null) return `<td${spans}${cell === null ? '' : ` data-cell="${cell}"`}>${escaped(words)}</td>`;
  const group = (heads === 'columns' ? colSpan : rowSpan) > 1 ? 'group' : '';
  return `<th scope="${heads === 'columns' ? 'col' : 'row'}${group}"${spans}>${escaped(words)}</th>`;
}

/**
 * The proportions of an official paper (GB/T 9704-2012): A4 with margins of 37, 35, 28 and 26 mm, a title of size 2 (22 pt), text of
 * size 3 (16 pt) with 22 lines on a page (28.95 pt each) and 28 letters in a line, the first line of a paragraph two letters in, page
 * numbers of size 4 (14 pt), outside, one letter in, 7 mm below the text.
 * Tables are set smaller: they have no measure of their own.
 */
export const MARGIN_MM = { top: 37, bottom: 35, left: 28, right: 26 } as const;
/** Sizes of letters and distances of lines, in points. */
export const PT = { title: 22, body: 16, line: 28.95, cell: 12, cellLine: 19, fitted: 8, pageNumber: 14 } as const;
/** What letters stand closer by, in points: 28 of 16 pt are 2 mm wider than the line. */
export const CLOSER_PT = 0.23;
export const PAGE_NUMBER_BELOW_MM = 7;
/** What is smaller than A4 is not filed: a margin on all sides, and on an envelope where the address begins. */
export const SMALL_MM = { margin: 12, addressLeft: 45, addressTop: 18 } as const;
/** The side of a QR code: a telephone reads it from a hand's breadth. */
export const CODE_MM = 28;
/** Letters that the day stands in from the right (7.3.5). */
export const DAY_INDENT = 4;
/** What stands on papers beside what their sources say; `draft` on what is only to be looked at. */
export const MARK = {
  draft: '预览',
  attachments: '附件：',
  seal: '（盖章）',
  electronicSeal: '（电子印章）',
  received: '\u3000收',
} as const;

/**
 * The proportions of an official paper (GB/T 9704-2012): A4 with margins of 37, 35, 28 and 26 mm, a title of size 2 (22 pt), text of
 * size 3 (16 pt) with 22 lines on a page (28.95 pt each), the first line of a paragraph two letters in, page numbers of size 4 (14 pt).
 * Tables are set smaller: they have no measure of their own.
 */
export const MARGIN_MM = { top: 37, bottom: 35, left: 28, right: 26 } as const;
export const TITLE_PT = 22;
export const BODY_PT = 16;
export const LINE_PT = 28.95;
export const CELL_PT = 12;
export const CELL_LINE_PT = 19;
export const PAGE_NUMBER_PT = 14;
/** Letters that the day stands in from the right (7.3.5). */
export const DAY_INDENT = 4;
/** On what is to be looked at. */
export const DRAFT_MARK = '预览';
export const ATTACHMENTS_MARK = '附件：';
export const SEAL_MARK = '（盖章）';

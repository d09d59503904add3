import { howToVerify, page, table } from './page.js';

type Named = { readonly number: string; readonly subject: string; readonly organ: string; readonly opened_on: string };

/** The page that leads to the cases of a year. @param folders of the cases, in their order */
export const yearPage = (title: string, cases: readonly Named[], folders: readonly string[]): string =>
  page(title, [
    table(
      `办件 · cases (${String(cases.length)})`,
      ['编号 number', '行政机关 organ', '内容 subject', '登记 logged'],
      cases.map(({ number, organ, subject, opened_on }, i) => [
        { text: number, to: `${folders[i] ?? ''}index.html` },
        ...[organ, subject, opened_on],
      ]),
    ),
    howToVerify('..'),
  ]);

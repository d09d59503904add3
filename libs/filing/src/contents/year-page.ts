import type { Completeness } from '@gongkai/contracts';
import { howToVerify, page, table } from './page.js';

/** What the archive would still ask for of a case, by the names of the checks; none where its file is complete. */
export type Lacks = readonly Completeness['items'][number]['check'][];

type Named = {
  readonly number: string;
  readonly subject: string;
  readonly organ: string;
  readonly opened_on: string;
  /** Where it lies, with `/` at its end. */
  readonly folder: string;
  readonly lacks: Lacks;
};

const LACKS: Readonly<Record<Lacks[number], string>> = {
  files: '申请材料 application',
  envelope: '信封 envelope',
  identity: '身份证明 proof of identity',
  receipt: '收到日凭据 proof of receipt',
  papers: '文书未入卷 papers not in the folder',
  sent: '文书未发出 papers not sent',
  served: '文书未送达 papers not served',
  proven: '送达凭证 proof of delivery',
  answers: '征求意见答复 answers of those consulted',
  search: '检索记录 search record',
  reviewed: '保密审查 review',
  remedies: '救济未办结 remedy open',
};

/** The page that leads to the cases of a year, in their order, and says of each whether its file is complete (REG 45). */
export const yearPage = (title: string, cases: readonly Named[]): string =>
  page(title, [
    table(
      `办件 · cases (${String(cases.length)})`,
      ['编号 number', '行政机关 organ', '内容 subject', '登记 logged', '尚缺 missing'],
      cases.map(({ number, organ, subject, opened_on, folder, lacks }) => [
        { text: number, to: `${folder}index.html` },
        ...[organ, subject, opened_on],
        lacks.length === 0 ? '齐全 complete' : lacks.map((check) => LACKS[check]).join('；'),
      ]),
    ),
    howToVerify('..'),
  ]);

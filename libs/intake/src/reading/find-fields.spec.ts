import type { ReadProposal } from '@gongkai/contracts';
import type { ReadWord } from '@gongkai/platform';
import { findFields, type ReadPage } from './find-fields.js';

const [WIDTH, HEIGHT, RATIO] = [0.015, 0.012, 1.4];
const STEP = 0.02;

/** A text as the engine hands it over, character by character; one after `?` it is not sure of. */
const words = (text: string, left: number, top: number): ReadWord[] =>
  Array.from(text.matchAll(/(\??)([^?])/gu), ([, doubt, sign], i) => ({
    text: sign ?? '',
    confidence: doubt === '?' ? 0.9 : 0.98,
    box: { left: left + i * STEP, top, width: WIDTH, height: HEIGHT },
  })).filter(({ text: sign }) => sign !== ' ');

/** Where a text begins, counted in characters from the left, and the text. */
type Cell = readonly [at: number, text: string];
type Laid = { readonly falls?: number; readonly number?: number; readonly close?: number };

/** A page of rows, each of one text or of cells that the engine takes for lines. @param falls how much it lies askew */
function page(rows: readonly (string | readonly Cell[])[], { falls = 0, number = 1, close = 0.035 }: Laid = {}): ReadPage {
  const lines = rows.flatMap((row, i) =>
    (typeof row === 'string' ? [[0, row] as const] : row).map(([at, text]) =>
      words(text, 0.1 + at * STEP, 0.1 + i * close).map((word) => ({
        ...word,
        box: { ...word.box, top: word.box.top + (word.box.left * falls) / RATIO },
      })),
    ),
  );
  return { number, ratio: RATIO, lines };
}

const said = (proposals: readonly ReadProposal[]): string[] => proposals.map(({ field, value }) => `${field} ${value}`);
const saidOn = (...rows: readonly (string | readonly Cell[])[]): string[] => said(findFields([page(rows)]));

const FORM = [
  '政府信息公开申请表',
  '申请人姓名:沈知远    性别:女',
  '身份证号码:110101199003070011',
  '联系电话:139 1000 2000   邮政编码:310000',
  '通讯地址:云川市青林区青石路36号2幢501室',
  '所需政府信息的内容描述:',
  '1.2025年违法建设拆除台账',
  '2.2025年拆除违法建设的经费',
  '支出情况,按街道列出',
  '获取信息的方式:邮寄',
  '申请人签名:        申请日期:2026年5月7日',
];
const OF_FORM = [
  'name 沈知远',
  'idNumber 110101199003070011',
  'phone 13910002000',
  'address 云川市青林区青石路36号2幢501室',
].concat(['item 2025年违法建设拆除台账', 'item 2025年拆除违法建设的经费支出情况,按街道列出']);

test('a form of lines says its fields, and its items one by one, each as far as the next', () => {
  expect(saidOn(...FORM)).toEqual(OF_FORM);
});

test('a page that lies askew says the same', () => {
  for (const falls of [-0.04, 0.04]) expect(said(findFields([page(FORM, { falls })]))).toEqual(OF_FORM);
});

test('of a table each cell belongs to its label, also where that stands in the middle, over several lines', () => {
  const rows: (readonly Cell[])[] = [
    [
      [0, '|姓  名'],
      [12, '云川长河律师事务所'],
    ],
    [
      [0, '统一社会信用代码'],
      [12, '91330102MA2C105423'],
    ],
    [
      [0, '联系电话'],
      [12, '0571-81258324'],
      [28, '邮政编码'],
      [34, '310000'],
    ],
    [
      [0, '联系地址'],
      [12, '云川市临江区滨河大道118号'],
    ],
    [],
    [[12, '(一)白石镇集体土地征收公告']],
    [[0, '所需信息的']],
    [[12, '(二)征地补偿款的发放明细表']],
    [[0, '内容描述']],
    [[12, '(三)勘测定界图']],
    [],
    [
      [0, '获取方式'],
      [12, '邮寄'],
    ],
  ];
  expect(said(findFields([page(rows, { close: 0.018 })]))).toEqual([
    'name 云川长河律师事务所',
    'creditCode 91330102MA2C105423',
    'phone 0571-81258324',
    'address 云川市临江区滨河大道118号',
    'item 白石镇集体土地征收公告',
    'item 征地补偿款的发放明细表',
    'item 勘测定界图',
  ]);
});

test('a number whose check digit is wrong was misread and is left out; letters that are figures are put right', () => {
  expect(saidOn('身份证号码:110101199003070012')).toEqual([]);
  expect(saidOn('身份证号码:11O1O1l99003070011')).toEqual(['idNumber 110101199003070011']);
  expect(saidOn('统一社会信用代码:91330102MA2C105424')).toEqual([]);
  expect(saidOn('证件号码:91330102MA2C105423')).toEqual(['creditCode 91330102MA2C105423']);
});

test('one doubtful character keeps a name, an address or an item back, and no number that its check digit confirms', () => {
  expect(saidOn('姓名:沈?知远', '身份证号码:11?0101199003070011', '通讯地址:云川市青?林区青石路36号')).toEqual([
    'idNumber 110101199003070011',
  ]);
  expect(saidOn('申请内容:2025年违法建?设台账')).toEqual([]);
});

test('what belongs to an agent is not the applicant’s, and a word in a sentence is no label', () => {
  expect(saidOn('代理人姓名:温如初  代理人电话:13900001111', '申请人:沈知远')).toEqual(['name 沈知远']);
  expect(saidOn('姓名沈知远')).toEqual(['name 沈知远']);
  expect(saidOn('申请内容:各街道办公地址和联系电话13900001111一览表')).toEqual([
    'item 各街道办公地址和联系电话13900001111一览表',
  ]);
});

test('a text that merely begins with a figure is one item; one that has no form is none', () => {
  expect(saidOn('申请内容:', '1、2025年预算', '的调整说明')).toEqual(['item 1、2025年预算的调整说明']);
  expect(saidOn('姓名:无', '联系电话:12', '地址:同上', '申请内容:略')).toEqual([]);
});

test('an address goes on in the next line of its column; of several pages the first says a field', () => {
  const rows = ['姓名:沈知远', [[0, '通讯地址:'] as const, [6, '云川市青林区白石镇'] as const], [[6, '新桥村四组'] as const]];
  const second = page(['姓名:温如初', '电话:65171234'], { number: 2 });
  const found = findFields([page(rows, { close: 0.02 }), second]);
  expect(said(found)).toEqual(['name 沈知远', 'address 云川市青林区白石镇新桥村四组', 'phone 65171234']);
  expect(found.map(({ page: number }) => number)).toEqual([1, 1, 2]);
});

test('each proposal names its place on the page', () => {
  const [name] = findFields([page(['姓名:沈知远'])]);
  expect(name).toEqual({
    field: 'name',
    value: '沈知远',
    confidence: 0.98,
    page: 1,
    box: { left: 0.16, top: 0.1, width: 0.055, height: 0.012 },
  });
});

import type { Officer } from './officer.js';
import type { Page } from 'playwright-core';

/** An element as the parser of a browser reads it. */
type Element = {
  readonly name: string;
  readonly space: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
};

/** Fetches XML and reads it; a mistake in it becomes an element `parsererror`. */
const read = (address: string): string => `
  fetch(${JSON.stringify(address)}).then((answer) => answer.text()).then((text) => {
    const tree = (one) => ({
      name: one.localName,
      space: one.namespaceURI,
      attributes: Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])),
      text: one.textContent,
      children: [...one.children].map(tree),
    });
    return tree(new DOMParser().parseFromString(text, 'application/xml').documentElement);
  })`;

const childrenOf = (one: Element, name: string): readonly Element[] => one.children.filter((child) => child.name === name);
const textOf = (one: Element, name: string): string => childrenOf(one, name)[0]?.text ?? '';
const linksOf = (one: Element, rel: string): readonly Element[] =>
  childrenOf(one, 'link').filter(({ attributes }) => attributes.rel === rel && URL.canParse(attributes.href ?? ''));

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

type Check = readonly [string, boolean];

/** What every feed and every entry has exactly once (RFC 4287 §4.1). */
const ofAll = (one: Element): Check[] => [
  ...['id', 'title', 'updated'].map((name): Check => [`one ${name}`, childrenOf(one, name).length === 1]),
  ['updated is a moment', MOMENT.test(textOf(one, 'updated'))],
  ['id is an IRI', URL.canParse(textOf(one, 'id'))],
];

/** What an entry without content has besides. */
const ofEntry = (entry: Element): Check[] => [
  ['author', childrenOf(entry, 'author').some((author) => textOf(author, 'name') !== '')],
  ['one alternate', linksOf(entry, 'alternate').length === 1],
  ['published is a moment', MOMENT.test(textOf(entry, 'published'))],
  ['one summary', childrenOf(entry, 'summary').length === 1],
];

type Read = { readonly wrong: string[]; readonly titles: string[] };

/** A feed as RFC 4287 demands it: what is wrong with it, and the titles of its entries. */
async function readAtom(page: Page, address: string): Promise<Read> {
  const feed = await page.evaluate<Element>(read(address));
  const entries = childrenOf(feed, 'entry');
  const ids = new Set(entries.map((entry) => textOf(entry, 'id')));
  const checks: readonly Check[] = [
    ['a feed of Atom', feed.name === 'feed' && feed.space === 'http://www.w3.org/2005/Atom'],
    ['itself', linksOf(feed, 'self').length === 1],
    ['ids of their own', ids.size === entries.length],
    ...[feed, ...entries].flatMap(ofAll),
    ...entries.flatMap(ofEntry),
  ];
  return {
    wrong: checks.flatMap(([name, isRight]) => (isRight ? [] : [name])),
    titles: entries.map((entry) => textOf(entry, 'title')),
  };
}

/** What every item has (RSS 2.0, "Elements of <item>"), each once. */
const ofItem = (item: Element): Check[] => [
  ...['title', 'link', 'guid', 'pubDate', 'description'].map((name): Check => [
    `one ${name}`,
    childrenOf(item, name).length === 1,
  ]),
  ['link is an address', URL.canParse(textOf(item, 'link'))],
  ['pubDate is a moment', !Number.isNaN(Date.parse(textOf(item, 'pubDate')))],
];

/** A feed as RSS 2.0 demands it: what is wrong with it, and the titles of its items. */
async function readRss(page: Page, address: string): Promise<Read> {
  const rss = await page.evaluate<Element>(read(address));
  const [channel, ...others] = childrenOf(rss, 'channel');
  if (channel === undefined) return { wrong: ['one channel'], titles: [] };
  const items = childrenOf(channel, 'item');
  const checks: readonly Check[] = [
    ['RSS 2.0', rss.name === 'rss' && rss.attributes.version === '2.0' && others.length === 0],
    ...['title', 'description'].map((name): Check => [`one ${name}`, childrenOf(channel, name).length === 1]),
    ...items.flatMap(ofItem),
  ];
  return {
    wrong: checks.flatMap(([name, isRight]) => (isRight ? [] : [name])),
    titles: items.map((item) => textOf(item, 'title')),
  };
}

/** The feeds that the head of the page names, which say the same: what is wrong with either, and the titles of what is in them. */
export async function readFeeds(page: Page): Promise<Read> {
  const named = (type: string): Promise<string | null> =>
    page.locator(`head link[rel="alternate"][type="application/${type}+xml"]`).getAttribute('href');
  const atom = await readAtom(page, (await named('atom')) ?? '');
  const rss = await readRss(page, (await named('rss')) ?? '');
  const isSame = atom.titles.join('\n') === rss.titles.join('\n');
  return { wrong: [...atom.wrong, ...rss.wrong, ...(isSame ? [] : ['the same in both'])], titles: atom.titles };
}

/** A contract and an account of money, published by table: their names and addresses are such as XML has to mind. */
export async function publishTwo(keeper: Officer): Promise<void> {
  const rows = [
    ['索引号', '名称', '内容概述', '发布日期', '网址'],
    ['CG-1', '2025年度餐厨垃圾收运服务采购合同', '', '2026-03-02', 'https://cgj.example/1?a=1&b=2'],
    ['CG-2', '2024年度部门决算', '三公经费 <决算> & 说明', '2026-04-02', 'https://cgj.example/2'],
  ];
  await keeper.upload('/disclosures/table', new File([rows.map((row) => row.join(',')).join('\n')], '目录.csv'));
}

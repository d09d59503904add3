import { notPaged, personalFindings, type Passage, type PersonalWord } from '@gongkai/casework';
import type { FileStore, PageRedactor } from '@gongkai/platform';
import type { Content, Reading } from './draft-rows.js';

/** Who opens files, and where they lie. */
export type PageTools = { readonly store: Pick<FileStore, 'read'>; readonly redactor: Pick<PageRedactor, 'look'> };

type Words = Pick<Content, 'title' | 'summary' | 'indexNumber'>;

/** What stands in words beside the file. */
const passagesOf = ({ title, summary, indexNumber }: Words): Passage[] => [
  { where: 'title', page: null, text: title },
  { where: 'summary', page: null, text: summary },
  { where: 'index-number', page: null, text: indexNumber },
];

/** The words of a draft looked through, and nothing of its file yet. */
export const firstReading = (content: Words, personal: readonly PersonalWord[]): Reading => ({
  read: 0,
  total: null,
  wordless: [],
  findings: personalFindings(passagesOf(content), personal),
});

/** The same with the next pages of the file: not all of a long one, for somebody waits. @throws Refusal where a page cannot be opened */
export async function readOn(
  { store, redactor }: PageTools,
  fileId: string,
  before: Reading,
  personal: readonly PersonalWord[],
): Promise<Reading> {
  if (before.read === before.total) return before;
  const { pages, unreadable } = await redactor.look(await contentOf(store, fileId), before.read + 1);
  if (unreadable !== null) throw notPaged();
  const texts = pages.map(({ number: page, text: { signs } }) => ({ where: 'file' as const, page, text: signs.join('') }));
  return {
    read: before.read + pages.length,
    total: pages[0]?.total ?? before.total,
    wordless: [...before.wordless, ...texts.filter(({ text }) => text.trim() === '').map(({ page }) => page)],
    findings: [...before.findings, ...personalFindings(texts, personal)],
  };
}

/** @throws Refusal `file-altered` where the bytes are not those that the id stands for */
export async function contentOf(store: PageTools['store'], fileId: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await store.read(fileId)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

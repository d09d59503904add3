import { buffer } from 'node:stream/consumers';
import type { CaseQueries, Person, RecordFolder, RecordPaper } from '@gongkai/casework';
import type { DocumentsView } from '@gongkai/contracts';
import { Refusal } from '@gongkai/contracts';
import { TooMuchToBind, type Binder, type Binding, type Bound, type FileStore } from '@gongkai/platform';
import { safeName } from '../bag/names.js';

/** Draws what stands before the papers: cover and catalogue, with the pages of each file by its id. */
type Front = (caseId: string, actor: Person, pages: ReadonlyMap<string, string>) => Promise<readonly Buffer[]>;

/** Draws the sheets that lie among the papers only once they are filed, with the names that their pages have. */
type Loose = (caseId: string, actor: Person) => Promise<readonly LooseSheet[]>;
type LooseSheet = { readonly id: string; readonly content: Buffer };

type Parts = {
  readonly queries: Pick<CaseQueries, 'view' | 'documents'>;
  readonly store: Pick<FileStore, 'read'>;
  readonly binder: Pick<Binder, 'bind'>;
  readonly front: Front;
  readonly loose: Loose;
  /** What stands before the papers of a request to correct a record. */
  readonly recordFront: (folder: RecordFolder, pages: ReadonlyMap<string, string>) => Promise<readonly Buffer[]>;
};

/** How far the binding of papers has come. */
type Work = {
  /** Of each paper by its id, as the catalogue says them. */
  readonly pages: Map<string, string>;
  /** Papers that could not be read, by their names. */
  readonly unread: string[];
  /** The last page that has a number. */
  last: number;
};

/** Whether papers that cannot be read are left out, and said to be. */
type Asked = { readonly anyway?: boolean | undefined };

type Paper = RecordPaper;
type FileItem = Extract<DocumentsView['items'][number], { type: 'file' }>;

/** Which papers, of what, and what is drawn to them. */
type Asking = Required<Asked> & {
  readonly number: string;
  readonly papers: readonly Paper[];
  readonly front: (pages: ReadonlyMap<string, string>) => Promise<readonly Buffer[]>;
  readonly loose: () => Promise<readonly LooseSheet[]>;
};

/** What can become pages; a document of an office is bound in its twin, the PDF of the same name. */
const BOUND: ReadonlySet<string> = new Set(['application/pdf', 'image/tiff', 'image/jpeg', 'image/png', 'image/webp']);

/** What the catalogue says of a paper that could not be bound. */
const NOT_BOUND = '未装订';

/** What a court is shown of a case (举证材料): one PDF with cover, catalogue and running page numbers over all papers. */
export class Bundles {
  constructor(private readonly parts: Parts) {}

  /**
   * @throws Refusal `case-not-found`; `bundle-incomplete` where a paper cannot be read, with its name, unless it is to be made anyway: then
   * the catalogue says so; `bundle-too-large` where it is too much for one PDF
   */
  async ofCase(caseId: string, person: Person, { anyway = false }: Asked = {}): Promise<Bound & { readonly name: string }> {
    const { queries, front, loose } = this.parts;
    const [{ number }, { items }] = await Promise.all([queries.view(person, caseId), queries.documents(person, caseId)]);
    return this.#bound({
      ...{ number, anyway, papers: items.filter((item): item is FileItem => item.type === 'file') },
      front: (pages) => front(caseId, person, pages),
      loose: () => loose(caseId, person),
    });
  }

  /** The same of a request to correct a record: its proof, and each answer that was signed. @throws Refusal `bundle-incomplete`, `bundle-too-large` */
  ofRecord(folder: RecordFolder, { anyway = false }: Asked = {}): Promise<Bound & { readonly name: string }> {
    const { item, papers } = folder;
    return this.#bound({
      ...{ number: item.number, anyway, papers },
      front: (pages) => this.parts.recordFront(folder, pages),
      loose: () => Promise.resolve([]),
    });
  }

  async #bound(asking: Asking): Promise<Bound & { readonly name: string }> {
    const work: Work = { pages: new Map(), unread: [], last: 0 };
    try {
      const bound = await this.parts.binder.bind((binding) => this.#bind(binding, work, asking));
      return { ...bound, name: `${safeName(asking.number)}-举证材料.pdf` };
    } catch (error) {
      if (!(error instanceof TooMuchToBind)) throw error;
      throw new Refusal('bundle-too-large', [], { facts: { megabytes: megabytesOf(asking.papers), pages: work.last } });
    }
  }

  async #bind(binding: Binding, work: Work, { papers, front, loose, anyway }: Asking): Promise<void> {
    const { pages, unread } = work;
    for (const paper of papers.filter(({ mime }) => BOUND.has(mime))) {
      const said = await this.#bindOne(paper, binding, work);
      for (const { id } of papers.filter((other) => isTwin(other, paper))) pages.set(id, said);
    }
    // What is in no form that can become pages is left out no more silently than what cannot be read.
    for (const { id, name } of papers.filter((paper) => !pages.has(paper.id))) {
      pages.set(id, NOT_BOUND);
      unread.push(name);
    }
    if (unread.length > 0 && !anyway) throw new Refusal('bundle-incomplete', [], { facts: { names: unread.join('、') } });
    await bindLoose(await loose(), binding, work);
    for (const sheet of await front(pages)) await binding.front(sheet);
  }

  /** @returns its pages, or that it has none */
  async #bindOne(paper: Paper, binding: Binding, work: Work): Promise<string> {
    const kept = await this.#contentOf(paper);
    const count = kept === null ? null : await binding.add(kept);
    if (count === null) {
      work.unread.push(paper.name);
      return NOT_BOUND;
    }
    return numbered(count, work);
  }

  /** Null where it is gone or altered. */
  async #contentOf({ id }: Paper): Promise<Buffer | null> {
    try {
      return await buffer(await this.parts.store.read(id));
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
}

async function bindLoose(sheets: readonly LooseSheet[], binding: Binding, work: Work): Promise<void> {
  for (const { id, content } of sheets) {
    const count = await binding.add(content);
    if (count !== null) work.pages.set(id, numbered(count, work));
  }
}

/** Counts the pages that were added on. @returns their numbers, as the catalogue says them */
function numbered(count: number, work: Work): string {
  work.last += count;
  return spanOf(work.last - count + 1, work.last);
}

const MEGABYTE = 1024 * 1024;
const megabytesOf = (papers: readonly Paper[]): number => Math.ceil(papers.reduce((sum, { size }) => sum + size, 0) / MEGABYTE);

const stem = ({ name }: Paper): string => name.replace(/\.[^.]+$/, '');
/** The same paper, in this form or another one. */
const isTwin = (one: Paper, other: Paper): boolean =>
  one.id === other.id || (one.entry === other.entry && stem(one) === stem(other) && !BOUND.has(one.mime));

const spanOf = (first: number, last: number): string => (first === last ? String(first) : `${String(first)}—${String(last)}`);

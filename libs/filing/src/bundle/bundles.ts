import { buffer } from 'node:stream/consumers';
import type { CaseQueries, Person } from '@gongkai/casework';
import type { DocumentsView } from '@gongkai/contracts';
import { Refusal } from '@gongkai/contracts';
import type { Binder, Binding, FileStore } from '@gongkai/platform';
import { safeName } from '../bag/names.js';

/** Draws what stands before the papers: cover and catalogue, with the pages of each file by its id. */
type Front = (caseId: string, actor: Person, pages: ReadonlyMap<string, string>) => Promise<readonly Buffer[]>;

/** Draws the sheet that lies among the papers only once they are filed, and the name that its pages have; null where there is none. */
type Loose = (caseId: string, actor: Person) => Promise<LooseSheet | null>;
type LooseSheet = { readonly id: string; readonly content: Buffer };

type Parts = {
  readonly queries: Pick<CaseQueries, 'view' | 'documents'>;
  readonly store: Pick<FileStore, 'read'>;
  readonly binder: Pick<Binder, 'bind'>;
  readonly front: Front;
  readonly loose: Loose;
};

type Bound = { readonly binding: Binding; readonly pages: Map<string, string>; readonly last: number };

type Paper = Extract<DocumentsView['items'][number], { type: 'file' }>;

/** What can become pages; a document of an office is bound in its twin, the PDF of the same name. */
const BOUND: ReadonlySet<string> = new Set(['application/pdf', 'image/tiff', 'image/jpeg', 'image/png', 'image/webp']);

/** What a court is shown of a case (举证材料): one PDF with cover, catalogue and running page numbers over all papers. */
export class Bundles {
  constructor(private readonly parts: Parts) {}

  /** @throws Refusal `case-not-found`; Error where it is too much for one PDF */
  async ofCase(caseId: string, person: Person): Promise<{ readonly name: string; readonly content: Buffer }> {
    const { queries, binder, front, loose } = this.parts;
    const [{ number }, { items }] = await Promise.all([queries.view(person, caseId), queries.documents(person, caseId)]);
    const papers = items.filter((item): item is Paper => item.type === 'file');
    const content = await binder.bind(async (binding) => {
      const pages = new Map<string, string>();
      let last = 0;
      for (const paper of papers.filter(({ mime }) => BOUND.has(mime))) {
        const kept = await this.#contentOf(paper);
        const count = kept === null ? null : await binding.add(kept);
        if (count === null) continue;
        for (const { id } of papers.filter((other) => isTwin(other, paper))) pages.set(id, spanOf(last + 1, last + count));
        last += count;
      }
      await this.#bindLoose(await loose(caseId, person), { binding, pages, last });
      for (const sheet of await front(caseId, person, pages)) await binding.front(sheet);
    });
    return { name: `${safeName(number)}-举证材料.pdf`, content };
  }

  async #bindLoose(sheet: LooseSheet | null, { binding, pages, last }: Bound): Promise<void> {
    const count = sheet === null ? null : await binding.add(sheet.content);
    if (sheet !== null && count !== null) pages.set(sheet.id, spanOf(last + 1, last + count));
  }

  /** A file that is gone or altered is left out; the catalogue shows no pages of it. */
  async #contentOf({ id }: Paper): Promise<Buffer | null> {
    try {
      return await buffer(await this.parts.store.read(id));
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
}

const stem = ({ name }: Paper): string => name.replace(/\.[^.]+$/, '');
/** The same paper, in this form or another one. */
const isTwin = (one: Paper, other: Paper): boolean =>
  one.id === other.id || (one.entry === other.entry && stem(one) === stem(other) && !BOUND.has(one.mime));

const spanOf = (first: number, last: number): string => (first === last ? String(first) : `${String(first)}—${String(last)}`);

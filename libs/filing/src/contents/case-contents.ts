import type { Readable } from 'node:stream';
import type { CaseQueries, LawShelf, Person } from '@gongkai/casework';
import { Refusal, type CaseView, type Completeness, type DocumentsView, type JournalEntryView } from '@gongkai/contracts';
import { canonicalJson, type Clock, type FileStore } from '@gongkai/platform';
import type { Bag } from '../bag/bag.js';
import { completenessOf } from '../completeness/completeness-of.js';
import { casePage } from './case-page.js';
import { catalogueOf, catalogueTable, type Listed } from './catalogue.js';
import { inapplicableOf } from './inapplicable.js';

export type ContentParts = {
  readonly queries: Pick<CaseQueries, 'view' | 'documents' | 'journal'>;
  readonly store: Pick<FileStore, 'read'>;
  readonly laws: LawShelf;
  readonly clock: Clock;
};

/** A case and where its folder lies: below `data/`, empty or with `/` at its end. */
export type Place = { readonly caseId: string; readonly organ: string; readonly folder: string };

/** A document that is gone, or not what it was. */
export type LostDocument = { readonly number: string; readonly name: string; readonly sha256: string };

/** What the archive would still ask for of a case. */
export type Incomplete = { readonly number: string; readonly missing: readonly Completeness['items'][number]['check'][] };

type Added = { readonly lost: readonly LostDocument[]; readonly missing: readonly Incomplete[] };

/** More entries than a journal has. */
const ALL = 1_000_000;

/**
 * Puts a case into a bag: its documents, the catalogue, the journal as it was hashed, what is known of it, and a page that tells all this.
 * @returns the documents that could not be read, which the catalogue names too, and what the archive would still ask for
 * @throws Refusal `case-not-found`
 */
export async function addCase(bag: Bag, person: Person, { caseId, organ, folder }: Place, parts: ContentParts): Promise<Added> {
  const { queries, laws, clock } = parts;
  const [view, documents, { items: journal }] = await Promise.all([
    queries.view(person, caseId),
    queries.documents(person, caseId),
    queries.journal(person, caseId, { limit: ALL }),
  ]);
  const listed = catalogueOf(documents, journal);
  const { items: completeness } = completenessOf(view, documents.items, journal);
  const gone = await addDocuments(bag, listed, { folder, store: parts.store });
  const { grounds } = laws.lawOf(laws.statute, clock.today());
  const up = folder === '' ? '..' : `..${'/..'.repeat(folder.split('/').length - 1)}`;
  await bag.addText(`${folder}catalogue.csv`, catalogueTable(listed, gone, inapplicableOf(view)));
  await bag.addText(`${folder}journal.jsonl`, journalLines(journal));
  await bag.addText(`${folder}case.json`, `${JSON.stringify({ ...factsOf(view, documents), completeness }, null, 2)}\n`);
  await bag.addText(`${folder}index.html`, casePage({ view, organ, journal, listed, gone, grounds, up }));
  const lost = listed.filter(({ no }) => gone.has(no));
  const missing = completeness.filter(({ passed }) => !passed).map(({ check }) => check);
  return {
    lost: lost.map(({ name, sha256 }): LostDocument => ({ number: view.number, name, sha256 })),
    missing: missing.length === 0 ? [] : [{ number: view.number, missing }],
  };
}

/** One entry a line, each exactly the text that its hash and the next one are made of, with its own hash. */
const journalLines = (journal: readonly JournalEntryView[]): string =>
  journal.map((entry) => `${canonicalJson(entry)}\n`).join('');

/** The case without what somebody could do next. */
const factsOf = ({ permitted: _permitted, refused: _refused, turn: _turn, ...known }: CaseView, { items }: DocumentsView) => ({
  ...known,
  documents: items,
});

type Kept = { readonly folder: string; readonly store: Pick<FileStore, 'read'> };

async function addDocuments(bag: Bag, listed: readonly Listed[], { folder, store }: Kept): Promise<ReadonlySet<number>> {
  const gone = new Set<number>();
  for (const { no, path, sha256 } of listed) {
    const content = await contentOf(store, sha256);
    if (content === undefined) gone.add(no);
    else await bag.add(`${folder}${path}`, content);
  }
  return gone;
}

async function contentOf(store: Pick<FileStore, 'read'>, id: string): Promise<Readable | undefined> {
  try {
    return await store.read(id);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

import type { LawShelf } from '@gongkai/casework';
import { articleText, type JobPayload } from '@gongkai/contracts';
import {
  keepingAwake,
  officeDay,
  releasedPdf,
  type BlackArea,
  type Clock,
  type FileStore,
  type JobRun,
  type LookedPage,
  type PageRedactor,
  type PageStore,
  type PartStore,
  type Statement,
} from '@gongkai/platform';
import { burntUpTo, failedAt, lookedUpTo, released } from './progress.js';
import { nextOf, readRedaction, type RedactionRow } from './redaction-rows.js';
import { releasedName } from './released-name.js';

/** Where files and pages lie, and who looks at them. */
export type RedactionTools = {
  readonly store: FileStore;
  /** Where released files are kept: they are pictures, and may be larger than what is handed in. */
  readonly releases: FileStore;
  readonly pictures: PageStore;
  readonly parts: PartStore;
  readonly redactor: Pick<PageRedactor, 'look' | 'burn'>;
  readonly laws: LawShelf;
  readonly clock: Clock;
};

/** Draws the next pages of a source, so that they can be marked: not all, for others wait. @returns what is to be written */
export async function lookAtRedaction(
  { redactionId }: JobPayload<'look-at-redaction'>,
  { read }: Pick<JobRun, 'read'>,
  tools: RedactionTools,
): Promise<readonly Statement[]> {
  const [row] = await read<RedactionRow>(readRedaction(redactionId));
  if (row?.state !== 'marking' || row.pages.length === row.total) return [];
  const [from, { store, redactor }] = [row.pages.length, tools];
  const looking = redactor.look(await contentOf(store, row.source.id), from + 1);
  const { pages, unreadable } = await keepingAwake(read, looking);
  await keepLooks(row.source.id, pages, tools);
  const total = pages[0]?.total ?? row.total;
  const sizes = pages.map(({ number, width, height }) => ({ number, width, height }));
  const known = lookedUpTo(redactionId, from, { total, unreadable, sizes });
  return unreadable !== null || from + pages.length === total ? [known] : [known, nextOf('look-at-redaction', redactionId)];
}

async function keepLooks(fileId: string, pages: readonly LookedPage[], { pictures, parts }: RedactionTools): Promise<void> {
  for (const { number, picture, text } of pages) {
    await pictures.save(fileId, number, picture);
    await parts.saveSigns(fileId, number, text);
  }
}

/** Burns the next pages; where the last one is, the file is made. @returns what is to be written */
export async function burnRedaction(
  { redactionId }: JobPayload<'burn-redaction'>,
  { read }: Pick<JobRun, 'read'>,
  tools: RedactionTools,
): Promise<readonly Statement[]> {
  const [row] = await read<RedactionRow>(readRedaction(redactionId));
  const approved = approvedOf(row);
  if (approved === undefined) return [];
  return approved.row.done === approved.total
    ? keepingAwake(read, release(approved, tools))
    : burnNext(approved, { read }, tools);
}

/** What is to be burnt: by which marks, and how many pages. */
type Approved = { readonly row: RedactionRow; readonly total: number; readonly marksHash: string };

/** Undefined where nothing is to be burnt: it is not approved, or was taken back. */
function approvedOf(row: RedactionRow | undefined): Approved | undefined {
  if (row?.state !== 'burning' || row.total === null || row.marks_hash === null) return undefined;
  return { row, total: row.total, marksHash: row.marks_hash };
}

async function burnNext(
  { row, marksHash }: Approved,
  { read }: Pick<JobRun, 'read'>,
  tools: RedactionTools,
): Promise<readonly Statement[]> {
  const { store, redactor, parts } = tools;
  const areas = areasOf(row, tools);
  const burning = redactor.burn(await contentOf(store, row.source.id), row.done + 1, (number) => areas.get(number) ?? []);
  const { pages, unreadable } = await keepingAwake(read, burning);
  const kept = { redactionId: row.id, marksHash };
  for (const { number, page } of pages) await parts.savePage(kept, number, page);
  const [now] = await read<RedactionRow>(readRedaction(row.id));
  if (approvedOf(now)?.marksHash !== marksHash) {
    // Somebody has stopped it meanwhile: what was burnt by those marks is of no use to anybody.
    await parts.forget(kept);
    return [];
  }
  if (unreadable !== null) return [failedAt(row.id, unreadable)];
  return [burntUpTo(row.id, row.done, row.done + pages.length), nextOf('burn-redaction', row.id)];
}

/** What becomes black, page by page, and what stands on it. */
function areasOf({ marks }: RedactionRow, { laws, clock }: RedactionTools): ReadonlyMap<number, readonly BlackArea[]> {
  const { grounds } = laws.lawOf(laws.statute, officeDay(clock.now())).grounds;
  const areas = new Map<number, BlackArea[]>();
  for (const { ground, article, places } of marks) {
    const cited = articleText(article, 'zh-CN');
    const labels = [`${grounds[ground].name.zh} ${cited}`, cited];
    for (const { page, ...area } of places) areas.set(page, [...(areas.get(page) ?? []), { ...area, labels }]);
  }
  return areas;
}

/** A page that is gone, by a restored data folder: all are burnt anew. */
class PageGone extends Error {}

async function release(
  { row, total, marksHash }: Approved,
  { releases, parts, clock }: RedactionTools,
): Promise<readonly Statement[]> {
  const pageAt = async (number: number) => {
    const page = await parts.page({ redactionId: row.id, marksHash }, number);
    if (page === undefined) throw new PageGone();
    return page;
  };
  const name = releasedName(row);
  try {
    const { id, mime, size } = await releases.save(releasedPdf(total, pageAt), { name });
    await parts.forget({ redactionId: row.id });
    return released(row, { id, name, mime, size, at: clock.now() });
  } catch (error) {
    if (!(error instanceof PageGone)) throw error;
    return [burntUpTo(row.id, row.done, 0), nextOf('burn-redaction', row.id)];
  }
}

async function contentOf(store: FileStore, fileId: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await store.read(fileId)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

import { checkPaged, holdFiles, notPaged, type AnsweredCase, type Person, type StoredFiles } from '@gongkai/casework';
import { Refusal, type FieldProblem } from '@gongkai/contracts';
import { TooMuchToBind, type Binder, type CommandPool, type FileStore, type Statement } from '@gongkai/platform';
import type { Kinds } from '../kinds.js';
import { readFileOfCase, readRedactedInstead, readTaken, type Content, type DraftRow } from './draft-rows.js';
import { contentOf } from './read-pages.js';

/** Where files lie and are kept, and who takes what they show out of them. */
export type CopyTools = {
  readonly pool: Pick<CommandPool, 'query'>;
  readonly kinds: Kinds;
  readonly store: Pick<FileStore, 'read'>;
  readonly files: Pick<StoredFiles, 'keepLoose'>;
  readonly copier: Pick<Binder, 'clean'>;
};

type Copying = {
  readonly answered: Pick<AnsweredCase, 'id' | 'organId'>;
  readonly person: Person;
  readonly draftId: string;
  /** What was written before. */
  readonly before?: Pick<DraftRow, 'sourceId' | 'fileId'>;
};

/**
 * What somebody writes, its `fileId` one of the case, with what becomes public in the place of that: a PDF of what its pages show. Its notes,
 * properties, attachments and earlier revisions may tell who asked, and nobody who looks through pages sees them (REG 15, PIPL). While the
 * file of the case stays the same, so does its copy.
 * @throws Refusal `invalid-request` field by field: what cannot be opened or is too long among it; `file-altered`
 */
export async function copied(tools: CopyTools, content: Omit<Content, 'sourceId'>, copying: Copying): Promise<Content> {
  const { answered, person, draftId, before } = copying;
  const sourceId = content.fileId;
  tools.kinds.check(content.kind);
  const [file, others, instead] = await Promise.all([
    tools.pool.query<{ mime: string; name: string }>(readFileOfCase(sourceId, answered.id)),
    tools.pool.query(readTaken(content.indexNumber, answered.organId, draftId)),
    tools.pool.query<{ name: string }>(readRedactedInstead(sourceId, answered.id)),
  ]);
  const [found] = file.rows;
  if (found === undefined) throw wrong('unknown-file');
  checkPaged(found.mime);
  if (others.rows.length > 0) throw taken(content.indexNumber);
  checkNotRedacted(instead.rows);
  if (before?.sourceId === sourceId && before.fileId !== sourceId) return { ...content, sourceId, fileId: before.fileId };
  // It belongs to the organ of the case, also where somebody of another acts in it.
  const keeper = { ...person, organId: answered.organId };
  return { ...content, sourceId, fileId: await cleanCopy(tools, { id: sourceId, name: found.name }, keeper) };
}

/** What parts were withheld of is published without them. @throws Refusal `invalid-request` */
function checkNotRedacted([instead]: readonly { readonly name: string }[]): void {
  if (instead === undefined) return;
  throw new Refusal('invalid-request', [{ path: 'fileId', code: 'redacted-original', facts: { name: instead.name } }]);
}

/** An entry of the organ has the number already. */
export const taken = (value: string): Refusal =>
  new Refusal('invalid-request', [{ path: 'indexNumber', code: 'taken', facts: { value } }]);

/** Both files stay from now on. */
export const holdBoth = ({ fileId, sourceId }: Content, organId: string): Statement => ({
  text: holdFiles('$2::uuid'),
  values: [[fileId, sourceId], organId],
});

/** @throws Refusal `invalid-request` where one of both is gone */
export function checkHeld(held: readonly unknown[]): void {
  if (held.length < 2) throw wrong('unknown-file');
}

async function cleanCopy(
  { store, files, copier }: CopyTools,
  { id, name }: { readonly id: string; readonly name: string },
  actor: Person,
): Promise<string> {
  const copy = await copier.clean(await contentOf(store, id)).catch((error: unknown) => {
    throw error instanceof TooMuchToBind ? wrong('copy-too-long') : error;
  });
  if (copy === undefined) throw notPaged();
  const claim = { name: `${name.replace(/\.[^.]{1,10}$/, '')}.pdf`, mime: 'application/pdf' };
  return (await files.keepLoose({ content: copy.content, claim, actor })).id;
}

const wrong = (code: FieldProblem['code']): Refusal => new Refusal('invalid-request', [{ path: 'fileId', code }]);

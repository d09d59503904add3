import { Refusal } from '@gongkai/contracts';
import type { FileStore } from '@gongkai/platform';
import type { Matter } from './consider.js';

/** The steps after which nobody looks at a record any more before it leaves. */
const LETTING_OUT: ReadonlySet<string> = new Set(['approve', 'signReply', 'dispatch']);

/**
 * What is about to be released lies on the disk byte for byte as it was reviewed (REG 17; SEC-IR 42): its id is its hash.
 * @throws Refusal `file-altered`, also where it is gone
 */
export async function checkReleased(
  { envelope: { command }, now: { file } }: Pick<Matter, 'envelope' | 'now'>,
  store: Pick<FileStore, 'read'> | undefined,
): Promise<void> {
  if (store === undefined || !LETTING_OUT.has(command.type)) return;
  for (const id of new Set(file.items.flatMap(({ review }) => review?.fileIds ?? []))) await checkWhole(store, id);
}

/** The same of a letter that was not drawn here: it is looked at, and leaves, as it was brought. @throws Refusal as above */
export async function checkOwnPaper(
  { envelope: { command }, now: { file } }: Pick<Matter, 'envelope' | 'now'>,
  store: Pick<FileStore, 'read'> | undefined,
): Promise<void> {
  if (store === undefined) return;
  const isMeant = ({ id, own }: (typeof file.notices)[number]): boolean =>
    (command.type === 'dispatchNotice' && command.noticeId === id) ||
    (command.type === 'confirmFact' && command.entryId === own?.entryId);
  for (const id of file.notices.filter(isMeant).flatMap(({ own }) => own?.fileIds ?? [])) await checkWhole(store, id);
}

async function checkWhole(store: Pick<FileStore, 'read'>, id: string): Promise<void> {
  try {
    (await store.read(id)).destroy();
  } catch (problem) {
    throw problem instanceof Refusal ? new Refusal('file-altered') : problem;
  }
}

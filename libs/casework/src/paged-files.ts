import { Refusal } from '@gongkai/contracts';

/** What can be looked through page by page; other files hide what nobody sees: earlier versions, authors, hidden columns. */
const PAGED: ReadonlySet<string> = new Set(['application/pdf', 'image/tiff', 'image/jpeg', 'image/png', 'image/webp']);

/** A file that cannot be opened so. */
export const notPaged = (): Refusal =>
  new Refusal('invalid-request', [{ path: 'fileId', code: 'file-kind', facts: { kinds: 'PDF, TIFF, JPEG, PNG, WebP' } }]);

/** @throws Refusal `invalid-request` where a file of this kind cannot be looked through page by page */
export function checkPaged(mime: string): void {
  if (!PAGED.has(mime)) throw notPaged();
}

import { chmodSync, statSync } from 'node:fs';
import path from 'node:path';

const TRAVERSABLE = 0o001;
const mayPass = (folder: string): boolean => (statSync(folder).mode & TRAVERSABLE) !== 0;

/** The folders above one, nearest first. */
function above(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [] : [parent, ...above(parent)];
}

/** Whether any account could work with this checkout, once its own folder lets it in: nothing above stands in the way. */
export const isReachable = above(process.cwd()).every(mayPass);

/** Lets every account into the folder of the checkout, as a clone into a private temporary folder does not. @returns undoes it */
export function openCheckout(): () => void {
  const { mode } = statSync(process.cwd());
  chmodSync(process.cwd(), mode | 0o055);
  return () => chmodSync(process.cwd(), mode);
}

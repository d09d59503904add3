/** How many answers somebody waits for. */
let count = 0;
const watchers = new Set<() => void>();

function add(more: number): void {
  count += more;
  for (const tell of watchers) tell();
}

/** Waits for something, which is shown meanwhile. */
export async function waitedFor<T>(answer: Promise<T>): Promise<T> {
  add(1);
  try {
    return await answer;
  } finally {
    add(-1);
  }
}

/** Whether somebody waits. */
export const isWaiting = (): boolean => count > 0;

/** Tells when that may have changed. @returns what ends it */
export function watchWaiting(tell: () => void): () => void {
  watchers.add(tell);
  return () => void watchers.delete(tell);
}

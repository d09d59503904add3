/** What became of a text: what stayed at both ends, and between them what went and what came. */
export type Change = { readonly start: string; readonly gone: string; readonly come: string; readonly end: string };

/** Where two texts differ, as one place. */
export function changeOf(before: string, after: string): Change {
  const [old, now] = [Array.from(before), Array.from(after)];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return {
    start: now.slice(0, head).join(''),
    gone: old.slice(head, old.length - tail).join(''),
    come: now.slice(head, now.length - tail).join(''),
    end: now.slice(now.length - tail).join(''),
  };
}

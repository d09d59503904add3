/** A piece of a text that stayed, went or came. */
export type Piece = { readonly kind: 'same' | 'gone' | 'come'; readonly text: string };

/** Beyond this many pairs of words no finer place is looked for than the whole of what differs. */
const MOST_PAIRS = 1_000_000;
/** Texts with less than this part of the longer one in common are two texts. */
const IN_COMMON = 1 / 3;

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** Where two texts differ, word by word; texts with little in common are told one after the other. */
export function wordChanges(before: string, after: string): readonly Piece[] {
  const pieces = joined(piecesOf(wordsOf(before), wordsOf(after)));
  const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return kept < IN_COMMON * Math.max(before.length, after.length) ? whole([before], [after]) : pieces;
}

const whole = (old: readonly string[], now: readonly string[]): readonly Piece[] =>
  joined([{ kind: 'gone', text: old.join('') } as const, { kind: 'come', text: now.join('') } as const]);

function piecesOf(old: readonly string[], now: readonly string[]): readonly Piece[] {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return [
    { kind: 'same', text: now.slice(0, head).join('') },
    ...between(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    { kind: 'same', text: now.slice(now.length - tail).join('') },
  ];
}

/** How far a piece takes a reader on in either text. */
const STEP = { same: [1, 1], gone: [1, 0], come: [0, 1] } as const;

/** What differs between two ends that do not: along the longest row of words that both have. */
function between(old: readonly string[], now: readonly string[]): readonly Piece[] {
  if (old.length * now.length > MOST_PAIRS) return whole(old, now);
  const common = commonFrom(old, now);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const kind = old[i] === now[j] ? 'same' : common(i + 1, j) >= common(i, j + 1) ? 'gone' : 'come';
    pieces.push({ kind, text: (kind === 'come' ? now[j] : old[i]) ?? '' });
    i += STEP[kind][0];
    j += STEP[kind][1];
  }
  return [...pieces, ...whole(old.slice(i), now.slice(j))];
}

/** How many words two texts have in common, in their order, from two places on. */
function commonFrom(old: readonly string[], now: readonly string[]): (i: number, j: number) => number {
  const width = now.length + 1;
  const counts = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => counts[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      counts[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

/** Neighbours of one kind as one piece, what went before what came, and nothing that is empty. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = [];
  for (const { kind, text } of pieces) {
    const last = all.at(-1);
    if (last?.kind === kind) all[all.length - 1] = { kind, text: last.text + text };
    else if (text !== '') all.push({ kind, text });
  }
  return all;
}

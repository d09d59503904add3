/** Darker than this is ink. */
const INK = 128;
const PAPER = 255;
/** Dots of a stroke that no character has: a rule of a table, also of one that lies askew. */
const RULE = 64;

/** Rubs out the rules of tables, which are read as characters otherwise. @param dots greys, row by row; changed */
export function withoutRules(dots: Buffer, width: number): Buffer {
  const height = Math.floor(dots.length / width);
  const across = longRuns(dots, { lines: height, length: width, line: width, step: 1 });
  const down = longRuns(dots, { lines: width, length: height, line: 1, step: width });
  for (const { at, count, step } of [...across, ...down]) for (let i = 0; i < count; i += 1) dots[at + i * step] = PAPER;
  return dots;
}

/** So many lines of dots: how far each is from the one before, and each dot from the one before it. */
type Lines = { readonly lines: number; readonly length: number; readonly line: number; readonly step: number };
type Run = { readonly at: number; readonly count: number; readonly step: number };

function longRuns(dots: Buffer, { lines, length, line, step }: Lines): Run[] {
  const found: Run[] = [];
  for (let number = 0; number < lines; number += 1) {
    let count = 0;
    for (let i = 0; i <= length; i += 1) {
      const at = number * line + i * step;
      if (i < length && (dots[at] ?? PAPER) < INK) count += 1;
      else {
        if (count >= RULE) found.push({ at: at - count * step, count, step });
        count = 0;
      }
    }
  }
  return found;
}

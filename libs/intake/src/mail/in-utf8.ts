import { isUtf8 } from 'node:buffer';

const NEWLINE = 10;
const EMPTY = /^\r?\n?$/;
/** A line about a part that names a file, or goes on with it. */
const OF_A_PART = /^(content-(type|disposition|description)\s*:|[ \t]+(file)?name\s*=)/i;
/** A line that says in which letters the words of a part are written. */
const TELLS_LETTERS = /charset\s*=\s*"?(?!us-ascii|ascii|utf-?8)\w/i;

/**
 * A mail whose lines about itself and its files are in UTF-8. Old programs write Chinese there as it is, in GB 18030 and without saying so,
 * one line at a time: what another program has added is in UTF-8.
 */
export const inUtf8 = (source: Buffer): Buffer =>
  isUtf8(source) ? source : byLines(source, (line, isInHead) => isInHead || OF_A_PART.test(line.toString('latin1')));

/** The same with every line in UTF-8; undefined where the mail says how it is written, or nothing would change. */
export const allInUtf8 = (source: Buffer): Buffer | undefined =>
  isUtf8(source) || TELLS_LETTERS.test(source.toString('latin1')) ? undefined : byLines(source, () => true);

/** Changes the lines that are chosen and are not in UTF-8. The head ends at the first empty line. */
function byLines(source: Buffer, isChosen: (line: Buffer, isInHead: boolean) => boolean): Buffer {
  const decoder = new TextDecoder('gb18030');
  const lines: Buffer[] = [];
  let isInHead = true;
  for (let at = 0; at < source.length;) {
    const found = source.indexOf(NEWLINE, at);
    const end = found === -1 ? source.length : found + 1;
    const line = source.subarray(at, end);
    isInHead &&= !EMPTY.test(line.toString('latin1'));
    lines.push(isUtf8(line) || !isChosen(line, isInHead) ? line : Buffer.from(decoder.decode(line)));
    at = end;
  }
  return Buffer.concat(lines);
}

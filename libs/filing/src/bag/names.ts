/** Bytes that a name may have in most file systems, less room for a number before it. */
const MOST_BYTES = 200;
/** What Windows or a manifest takes for something else. `%` and `\` are written twice in different manners by BagIt and by `sha256sum`. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '%': '％',
  '/': '／',
  '\\': '＼',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '|': '｜',
};

/** A name that every system can keep and a person can read: the same letters, with look-alikes for what has a meaning of its own. */
export function safeName(given: string): string {
  const plain = given
    .normalize('NFC')
    .replace(/[%/\\:*?"<>|]/g, (sign) => LOOK_ALIKES[sign] ?? '_')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? '';
  const stem = shortened(plain.slice(0, plain.length - ending.length), MOST_BYTES - ending.length).replace(/^[. ]+|[. ]+$/g, '');
  return `${stem === '' ? '_' : stem}${ending}`;
}

/** Cut between letters, not between their bytes. */
function shortened(text: string, most: number): string {
  let [kept, bytes] = ['', 0];
  for (const letter of text) {
    bytes += Buffer.byteLength(letter);
    if (bytes > most) return kept;
    kept += letter;
  }
  return kept;
}

/** A path as a manifest writes it (RFC 8493 §2.1.3): a line is a line, and `%` is the sign for that. */
export const inManifest = (path: string): string => path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

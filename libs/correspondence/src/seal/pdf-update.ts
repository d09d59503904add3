/** Where what is signed begins and ends in a file: two parts around the signature. */
export type SignedParts = readonly [from: number, length: number, from: number, length: number];

/** A PDF with room for a signature over all of it, and where in it the signature goes. */
export type Prepared = { readonly content: Buffer; readonly parts: SignedParts };

/** What the dictionary of a signature tells beside it. */
export type SignatureWords = { readonly name: string; readonly reason: string; readonly at: Date };

/** Bytes of a signature, in hexadecimal: certificates of a chain of three need less than half. */
const ROOM = 32_768;
const RANGE = '/ByteRange [0 ';
const PLACEHOLDER = '*'.repeat(10);

/**
 * Adds a signature field to a PDF as a later part of the file: not a byte of what was there is changed. It reads the plain tables of
 * references that our printer writes, and no others.
 * @throws Error where the file has none
 */
export function withRoom(pdf: Buffer, words: SignatureWords): Prepared {
  const file = new PdfFile(pdf);
  const page = file.lastPage();
  const [signature, field] = [file.size, file.size + 1];
  const objects: readonly NumberedObject[] = [
    { no: page, text: file.added(page, `/Annots [${String(field)} 0 R]`) },
    { no: file.root, text: file.added(file.root, `/AcroForm << /Fields [${String(field)} 0 R] /SigFlags 3 >>`) },
    { no: signature, text: signatureOf(words) },
    {
      no: field,
      text: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /V ${String(signature)} 0 R /Rect [0 0 0 0] /F 132 /P ${String(page)} 0 R >>`,
    },
  ];
  const content = Buffer.concat([pdf, Buffer.from(file.update(objects), 'latin1')]);
  return measured(content);
}

/** Puts a signature into its room. @throws Error where it is too long */
export function signedWith({ content, parts }: Prepared, signature: Buffer): Buffer {
  const written = signature.toString('hex');
  if (written.length > ROOM) throw new Error('This signature is longer than its room: too many certificates in the chain.');
  const signed = Buffer.from(content);
  signed.write(written, parts[1] + 1, 'latin1');
  return signed;
}

/** What a signature is over. */
export const signedPartsOf = ({ content, parts: [a, b, c, d] }: Prepared): Buffer =>
  Buffer.concat([content.subarray(a, a + b), content.subarray(c, c + d)]);

type NumberedObject = { readonly no: number; readonly text: string };

const signatureOf = ({ name, reason, at }: SignatureWords): string =>
  [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached',
    `${RANGE}${PLACEHOLDER} ${PLACEHOLDER} ${PLACEHOLDER}]`,
    `/Contents <${'0'.repeat(ROOM)}>`,
    `/Name ${textOf(name)} /Reason ${textOf(reason)} /M (D:${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z) >>`,
  ].join(' ');

/** In hexadecimal, with the mark of UTF-16: nothing in it can end the text. */
const textOf = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** The places of the two parts, written where room was left for them: no byte moves. */
function measured(content: Buffer): Prepared {
  const from = content.lastIndexOf(`/Contents <${'0'.repeat(ROOM)}`) + '/Contents '.length;
  const to = from + ROOM + 2;
  const parts: SignedParts = [0, from, to, content.length - to];
  let at = content.lastIndexOf(RANGE) + RANGE.length;
  for (const one of parts.slice(1)) {
    content.write(String(one).padEnd(PLACEHOLDER.length), at, 'latin1');
    at += PLACEHOLDER.length + 1;
  }
  return { content, parts };
}

const ENTRY_BYTES = 20;

/** What of a PDF has to be known to add to it. */
class PdfFile {
  readonly #text: string;
  readonly #table: number;
  readonly #first: number;
  readonly #trailer: string;

  constructor(pdf: Buffer) {
    this.#text = pdf.toString('latin1');
    this.#table = Number(found(/startxref\s+(\d+)\s+%%EOF\s*$/, this.#text));
    const head = /^xref\s+0 \d+\s+/.exec(this.#text.slice(this.#table, this.#table + 40))?.[0];
    if (head === undefined) throw new Error('This PDF has no plain table of references.');
    this.#first = this.#table + head.length;
    this.#trailer = this.#text.slice(this.#text.lastIndexOf('trailer'));
  }

  /** How many objects it has. */
  get size(): number {
    return Number(found(/\/Size (\d+)/, this.#trailer));
  }

  /** The catalogue. */
  get root(): number {
    return Number(found(/\/Root (\d+) 0 R/, this.#trailer));
  }

  /** Where the seal stands. */
  lastPage(): number {
    let no = Number(found(/\/Pages (\d+) 0 R/, this.#dictionary(this.root)));
    for (let kids = this.#kids(no); kids !== undefined; kids = this.#kids(no)) no = kids;
    return no;
  }

  /** The dictionary of an object, with something more in it. */
  added(no: number, entry: string): string {
    const dictionary = this.#dictionary(no);
    if (dictionary.includes(entry.split(' ', 1)[0] ?? entry)) throw new Error('This PDF has a form or notes already.');
    return `${dictionary.slice(0, dictionary.lastIndexOf('>>'))} ${entry} >>`;
  }

  /** What is written behind the file. */
  update(objects: readonly NumberedObject[]): string {
    let end = this.#text.length;
    const entries: string[] = [];
    let written = '';
    for (const { no, text } of objects) {
      const one = `${String(no)} 0 obj\n${text}\nendobj\n`;
      entries.push(`${String(no)} 1\n${String(end).padStart(10, '0')} 00000 n \n`);
      written += one;
      end += one.length;
    }
    const size = this.size + objects.filter(({ no }) => no >= this.size).length;
    const rest = this.#trailer.slice(this.#trailer.indexOf('<<'), this.#trailer.lastIndexOf('>>')).replace(/\/Size \d+/, '');
    const trailer = `trailer\n${rest} /Size ${String(size)} /Prev ${String(this.#table)} >>`;
    return `${written}xref\n${entries.join('')}${trailer}\nstartxref\n${String(end)}\n%%EOF\n`;
  }

  #kids(no: number): number | undefined {
    const kids = /\/Kids \[([^\]]*)\]/.exec(this.#dictionary(no))?.[1];
    const last = kids === undefined ? undefined : [...kids.matchAll(/(\d+) 0 R/g)].at(-1)?.[1];
    return last === undefined ? undefined : Number(last);
  }

  #dictionary(no: number): string {
    const at = Number(this.#text.slice(this.#first + no * ENTRY_BYTES, this.#first + no * ENTRY_BYTES + 10));
    const text = this.#text.slice(at, this.#text.indexOf('endobj', at));
    return text.slice(text.indexOf('<<')).trim();
  }
}

/** @throws Error where it is not there */
function found(pattern: RegExp, text: string): string {
  const match = pattern.exec(text)?.[1];
  if (match === undefined) throw new Error(`This PDF lacks what a signature needs: ${String(pattern)}.`);
  return match;
}

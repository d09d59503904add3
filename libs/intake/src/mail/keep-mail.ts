import { Readable } from 'node:stream';
import { Refusal, type IncomingFinding } from '@gongkai/contracts';
import { endingOf, type FileStore, type KeptFile } from '@gongkai/platform';
import { isOutlookPack } from './outlook-pack.js';
import type { Enclosure, ReadMail } from './read-mail.js';

type NamedFile = KeptFile & { readonly name: string };
/** The files of a mail that are kept, and what is to be said of those that are not. */
export type KeptMail = { readonly files: readonly NamedFile[]; readonly findings: readonly IncomingFinding[] };
type Store = Pick<FileStore, 'save'>;

/** Files of one mail that are kept one by one; all of them are in the file of the mail. */
const MOST_FILES = 100;

/**
 * Keeps what came with a mail, each under a name that no sender can mislead by, and the mail itself as one more.
 * @param source the mail as it came @throws `ScannerError` or what else keeps the store from working; a file that is not taken is a finding
 */
export async function keepMail(
  source: Buffer,
  { subject, attachments }: Pick<ReadMail, 'subject' | 'attachments'>,
  store: Store,
): Promise<KeptMail> {
  const enclosures = [
    ...attachments.slice(0, MOST_FILES),
    { name: `${subject ?? 'mail'}.eml`, mime: 'message/rfc822', content: source },
  ];
  const files: NamedFile[] = [];
  const findings: IncomingFinding[] = [];
  for (const [i, enclosure] of enclosures.entries()) {
    const name = nameOf(enclosure, i + 1);
    const file = await saved(enclosure, name, store);
    if (file instanceof Refusal) findings.push({ code: whyNot(file, enclosure), detail: name });
    else files.push({ ...file, name });
  }
  return { files, findings };
}

/** @returns why it is not taken, where it is of no kind that is, not what its name says, or infected */
async function saved({ mime, content }: Enclosure, name: string, store: Store): Promise<KeptFile | Refusal> {
  try {
    return await store.save(Readable.from([content]), { name, mime, mayBreakOff: true });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function whyNot({ code }: Refusal, { content }: Enclosure): IncomingFinding['code'] {
  if (code === 'file-infected') return code;
  return isOutlookPack(content) ? 'outlook-pack' : 'file-refused';
}

/** What a name of a file cannot have; halves of a sign among them, and what turns the direction of writing: `fdp.txt` would read as `txt.pdf`. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Bidi_Control}\\/:*?"<>|]/gu;
const LONGEST_NAME = 80;

function nameOf({ name, mime }: Enclosure, place: number): string {
  const given = (name ?? `${place}.${endingOf(mime) ?? 'bin'}`).replace(UNFIT, ' ');
  const ending = /\.[^.]{1,10}$/u.exec(given)?.[0] ?? '';
  const stem = given.slice(0, given.length - ending.length).trim();
  return `${Array.from(stem).slice(0, LONGEST_NAME).join('') || place}${ending}`;
}

import { canonicalJson, sha256 } from '@gongkai/platform';
import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { allInUtf8, inUtf8 } from './in-utf8.js';
import { isOutlookPack, unpack } from './outlook-pack.js';

/** What is in a mail, decoded. */
export type ReadMail = {
  /** The same words with the same files under the same Message-ID are the same mail, whichever way it came. */
  readonly identity: string;
  /** It cannot be taken apart: what there is lies in the file of the mail. */
  readonly isBroken: boolean;
  readonly sender: string | undefined;
  /** The bare address of the sender, in small letters. */
  readonly address: string;
  readonly subject: string | undefined;
  readonly text: string | undefined;
  /** When the sender says that it was written. */
  readonly sentAt: Date | undefined;
  readonly attachments: readonly Enclosure[];
  /** The raw value of each line of the head, by its name in small letters; of several the last. */
  readonly head: ReadonlyMap<string, string>;
};

/** A file in a mail. */
export type Enclosure = { readonly name: string | undefined; readonly mime: string; readonly content: Buffer };

/** Letters that make a page of HTML; what is longer is read from the file of the mail. */
const LONGEST_HTML = 2_000_000;
/** Signs of the text that are kept beside the mail itself. */
const LONGEST_TEXT = 100_000;

/** Takes a mail apart. @param source as it came */
export async function readMail(source: Buffer): Promise<ReadMail> {
  try {
    const mail = partsOf(await parsed(inUtf8(source)));
    return { ...mail, text: await legible(mail.text, source) };
  } catch {
    // A thousand parts, or a head of a megabyte.
    return { ...NOTHING, identity: sha256(source), isBroken: true };
  }
}

const parsed = (source: Buffer): Promise<ParsedMail> =>
  simpleParser(source, { maxHtmlLengthToParse: LONGEST_HTML, keepCidLinks: true });

/** Words in which signs could not be read are read as GB 18030, where the mail does not say how they are written. */
async function legible(text: string | undefined, source: Buffer): Promise<string | undefined> {
  const other = text?.includes('\uFFFD') === true ? allInUtf8(source) : undefined;
  return other === undefined ? text : partsOf(await parsed(other)).text;
}

const NOTHING = {
  sender: undefined,
  address: '',
  subject: undefined,
  text: undefined,
  sentAt: undefined,
  attachments: [],
  head: new Map<string, string>(),
};

function partsOf(mail: ParsedMail): ReadMail {
  return {
    identity: identityOf(mail),
    isBroken: false,
    sender: mail.from?.text,
    address: addressOf(mail),
    subject: worded(mail.subject),
    text: worded(mail.text)?.slice(0, LONGEST_TEXT),
    sentAt: sentAtOf(mail),
    attachments: mail.attachments.flatMap((attachment) => enclosuresOf(attachment, mail)),
    head: headOf(mail),
  };
}

const addressOf = ({ from }: ParsedMail): string => from?.value[0]?.address?.toLowerCase() ?? '';

function identityOf(mail: ParsedMail): string {
  const { messageId = '', subject = '', text = '', attachments } = mail;
  return sha256(canonicalJson([messageId, addressOf(mail), subject, text, attachments.map(({ content }) => sha256(content))]));
}

const worded = (text = ''): string | undefined => (text.trim() === '' ? undefined : text);

/** Of a part that says no kind the parser says `false`, whatever its types say. */
const kindOf = (said: unknown): string => (typeof said === 'string' ? said : '');

/** The files of a pack stand for it, unless something in it cannot be read, or the mail says nothing else. */
function enclosuresOf({ filename, contentType, content }: Attachment, { text }: ParsedMail): Enclosure[] {
  const asItCame = { name: filename, mime: kindOf(contentType), content };
  if (!isOutlookPack(content)) return [asItCame];
  const { files, isWhole } = unpack(content);
  const saysAll = isWhole && (files.length > 0 || worded(text) !== undefined);
  return [...files.map((file) => ({ ...file, mime: '' })), ...(saysAll ? [] : [asItCame])];
}

/** What is no date the parser takes for now. */
const sentAtOf = (mail: ParsedMail): Date | undefined =>
  Number.isNaN(Date.parse(headOf(mail).get('date') ?? '')) ? undefined : mail.date;

const headOf = ({ headerLines }: ParsedMail): Map<string, string> =>
  new Map(headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]));

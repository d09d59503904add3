import { Readable } from 'node:stream';
import type { IncomingDesk } from '@gongkai/casework';
import { Refusal, type IncomingFinding } from '@gongkai/contracts';
import { endingOf, type Clock, type CommandPool, type FileStore, type KeptFile } from '@gongkai/platform';
import { eachNewMail, nameOfMailbox, type MailPlace, type RawMail } from './imap-mailbox.js';
import { isOutlookPack } from './outlook-pack.js';
import { readMail, type Enclosure, type ReadMail } from './read-mail.js';
import { sortOf } from './sort-mail.js';

export type MailLineParts = {
  /** Of the mailbox, with user and password. */
  readonly url: string;
  /** Whose mailbox it is, by its id. */
  readonly organ: () => Promise<string>;
  /** Addresses, or domains (`@fax.example.org`), of gateways that turn faxes into mails. */
  readonly faxGateways: readonly string[];
  readonly pool: CommandPool;
  readonly store: FileStore;
  readonly clock: Clock;
  readonly incoming: Pick<IncomingDesk, 'receive'>;
};

type NamedFile = KeptFile & { readonly name: string };
type Kept = { readonly files: readonly NamedFile[]; readonly findings: readonly IncomingFinding[] };

/** Files of one mail that are kept one by one; all of them are in the file of the mail. */
const MOST_FILES = 100;
const MEGABYTE = 1024 * 1024;
/** Milliseconds by which the clock of a sender may be wrong without a word. */
const A_DAY = 86_400_000;

/** The mailbox of an organ: what lies in it comes into the inbox, with its files, and the mail itself as one more. */
export class MailLine {
  readonly #name: string;

  constructor(private readonly parts: MailLineParts) {
    this.#name = nameOfMailbox(parts.url);
  }

  /** Takes in what came since the last look. Told twice, a mail is there once. @throws Error of the connection, or of the database */
  async look(): Promise<void> {
    const organId = await this.parts.organ();
    await eachNewMail(this.parts.url, await this.#place(), async (raw) => {
      await this.#take(organId, raw);
      await this.parts.pool.query(placeKept(this.#name, raw.place));
    });
  }

  async #place(): Promise<MailPlace | null> {
    const { rows } = await this.parts.pool.query<MailPlace>(placeOf(this.#name));
    return rows[0] ?? null;
  }

  async #take(organId: string, raw: RawMail): Promise<void> {
    const now = this.parts.clock.now();
    const arrivedAt = raw.arrivedAt === null || raw.arrivedAt > now ? now : raw.arrivedAt;
    const mail = await readMail(raw.source);
    const { files, findings } = raw.isWhole ? await this.#keep(raw, mail) : tooLarge(raw);
    const wrong = wrongWith(raw, mail);
    await this.parts.incoming.receive({
      ...this.#from(mail),
      organId,
      key: mail.identity,
      arrivedAt,
      subject: mail.subject,
      text: mail.text,
      files,
      sort: sortOf(mail),
      readable: raw.isWhole && wrong.length === 0,
      findings: [...findings, ...wrong, ...clockFinding(mail, arrivedAt)],
      mayBeRetold: true,
    });
  }

  /** What a gateway sends is a fax, from the number that stands in its subject. */
  #from({ sender, address, subject = '' }: ReadMail): { readonly source: 'email' | 'fax'; readonly sender: string | undefined } {
    const isFax = this.parts.faxGateways.some(
      (gateway) => address === gateway || (gateway.startsWith('@') && address.endsWith(gateway)),
    );
    if (!isFax) return { source: 'email', sender };
    return { source: 'fax', sender: /\+?\d[\d ()-]{5,}\d/.exec(subject)?.[0] ?? sender };
  }

  async #keep({ source }: RawMail, { subject, attachments }: ReadMail): Promise<Kept> {
    const enclosures = [
      ...attachments.slice(0, MOST_FILES),
      { name: `${subject ?? 'mail'}.eml`, mime: 'message/rfc822', content: source },
    ];
    const files: NamedFile[] = [];
    const findings: IncomingFinding[] = [];
    for (const [i, enclosure] of enclosures.entries()) {
      const name = nameOf(enclosure, i + 1);
      const file = await this.#save(enclosure, name);
      if (file === null)
        findings.push({ code: isOutlookPack(enclosure.content) ? 'outlook-pack' : 'file-refused', detail: name });
      else files.push({ ...file, name });
    }
    return { files, findings };
  }

  /** @returns null for a kind of file that is not taken, or that is not what its name says */
  async #save({ mime, content }: Enclosure, name: string): Promise<KeptFile | null> {
    try {
      return await this.parts.store.save(Readable.from([content]), { name, mime, mayBreakOff: true });
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
}

/** What a name of a file cannot have; halves of a sign among them. */
const UNFIT = /[\p{Cc}\p{Cs}\\/:*?"<>|]/gu;
const LONGEST_NAME = 80;

function nameOf({ name, mime }: Enclosure, place: number): string {
  const given = (name ?? `${place}.${endingOf(mime) ?? 'bin'}`).replace(UNFIT, ' ');
  const ending = /\.[^.]{1,10}$/u.exec(given)?.[0] ?? '';
  const stem = given.slice(0, given.length - ending.length).trim();
  return `${Array.from(stem).slice(0, LONGEST_NAME).join('') || place}${ending}`;
}

/** Why nobody can read it, where nobody can. */
function wrongWith({ isWhole }: RawMail, { isBroken, text, attachments }: ReadMail): IncomingFinding[] {
  if (isBroken) return [{ code: 'file-unreadable' }];
  return isWhole && text === undefined && attachments.length === 0 ? [{ code: 'nothing-in-it' }] : [];
}

const tooLarge = ({ size }: RawMail): Kept => ({
  files: [],
  findings: [{ code: 'file-refused', detail: `${Math.round(size / MEGABYTE)} MB` }],
});

function clockFinding({ sentAt }: ReadMail, arrivedAt: Date): IncomingFinding[] {
  if (sentAt === undefined || Math.abs(sentAt.getTime() - arrivedAt.getTime()) <= A_DAY) return [];
  return [{ code: 'sender-clock-wrong', detail: sentAt.toISOString() }];
}

const placeOf = (name: string) => ({
  name: 'mailbox-place',
  text: 'SELECT validity, uid::int AS uid FROM mailbox WHERE name = $1',
  values: [name],
});

const placeKept = (name: string, { validity, uid }: MailPlace) => ({
  name: 'mailbox-place-kept',
  text: `INSERT INTO mailbox (name, validity, uid) VALUES ($1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET validity = EXCLUDED.validity, uid = EXCLUDED.uid`,
  values: [name, validity, uid],
});

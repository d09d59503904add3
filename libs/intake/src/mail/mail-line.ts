import type { IncomingDesk } from '@gongkai/casework';
import type { IncomingFinding } from '@gongkai/contracts';
import { printOfPages, type Clock, type CommandPool, type FileStore } from '@gongkai/platform';
import { faxNumberIn } from './fax-number.js';
import { eachMail, envelopeOf, nameOfMailbox, type MailPlace, type RawMail } from './imap-mailbox.js';
import { keepMail, type KeptMail } from './keep-mail.js';
import { readMail, type ReadMail } from './read-mail.js';
import { sortOf } from './sort-mail.js';
import { MailPlaces } from './mail-places.js';

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

const MEGABYTE = 1024 * 1024;
/** Milliseconds by which the clock of a sender may be wrong without a word. */
const A_DAY = 86_400_000;

/** The mailbox of an organ: what lies in it comes into the inbox, with its files, and the mail itself as one more. */
export class MailLine {
  readonly #places: MailPlaces;

  constructor(private readonly parts: MailLineParts) {
    this.#places = new MailPlaces(parts.pool, nameOfMailbox(parts.url));
  }

  /**
   * Takes in what came since the last look. Told twice, a mail is there once. One that cannot be taken is tried a few times, then something
   * stands for it in the inbox, those behind it come first, and it is tried again later.
   * @throws Error of the connection, of the database, or of one mail
   */
  async look(): Promise<void> {
    const organId = await this.parts.organ();
    await eachMail(this.parts.url, await this.#places.last(), {
      take: async (raw) => {
        await this.#take(organId, raw);
        await this.#places.done(raw.place);
      },
      gone: (place) => this.#places.done(place),
      failed: (place, error) => this.#failed(organId, place, error),
      again: (validity) => this.#places.due(validity, this.parts.clock.now()),
    });
  }

  async #failed(organId: string, place: MailPlace, error: unknown): Promise<void> {
    const now = this.parts.clock.now();
    if (!(await this.#places.failed(place, now))) return;
    const { sender, subject, arrivedAt } = (await envelopeOf(this.parts.url, place)) ?? {};
    const { id } = await this.parts.incoming.receive({
      ...{ organId, source: 'email', sender, subject, readable: false },
      key: `stuck:${place.validity}:${place.uid}`,
      arrivedAt: noLaterThan(now, arrivedAt),
      findings: [{ code: 'mail-stuck', detail: String(error) }],
    });
    await this.#places.stepOver(place, id);
  }

  async #take(organId: string, raw: RawMail): Promise<void> {
    const arrivedAt = noLaterThan(this.parts.clock.now(), raw.arrivedAt);
    const mail = await readMail(raw.source);
    const { files, findings } = raw.isWhole ? await keepMail(raw.source, mail, this.parts.store) : tooLarge(raw);
    const wrong = wrongWith(raw, mail);
    const late = await this.#places.standingFor(raw.place);
    await this.parts.incoming.receive({
      ...this.#from(mail),
      organId,
      key: mail.identity,
      arrivedAt,
      subject: mail.subject,
      text: mail.text,
      pagesPrint: pagesPrintOf(mail),
      files,
      sort: sortOf(mail),
      readable: raw.isWhole && wrong.length === 0,
      findings: [
        ...findings,
        ...wrong,
        ...clockFinding(mail, arrivedAt),
        ...(late === null ? [] : [{ code: 'came-late' as const }]),
      ],
      mayBeRetold: true,
    });
  }

  /** What a gateway sends is a fax, from the number that stands in its subject. */
  #from({ sender, address, subject = '' }: ReadMail): { readonly source: 'email' | 'fax'; readonly sender: string | undefined } {
    const isFax = this.parts.faxGateways.some(
      (gateway) => address === gateway || (gateway.startsWith('@') && address.endsWith(gateway)),
    );
    if (!isFax) return { source: 'email', sender };
    return { source: 'fax', sender: faxNumberIn(subject) ?? sender };
  }
}

/** Of the one fax that is in it. */
function pagesPrintOf({ attachments }: ReadMail): string | undefined {
  const [print, ...others] = attachments.flatMap(({ content }) => printOfPages(content) ?? []);
  return others.length === 0 ? print : undefined;
}

const noLaterThan = (now: Date, moment: Date | null | undefined): Date =>
  moment === null || moment === undefined || moment > now ? now : moment;

/** Why nobody can read it, where nobody can. */
function wrongWith({ isWhole }: RawMail, { isBroken, text, attachments }: ReadMail): IncomingFinding[] {
  if (isBroken) return [{ code: 'file-unreadable' }];
  return isWhole && text === undefined && attachments.length === 0 ? [{ code: 'nothing-in-it' }] : [];
}

const tooLarge = ({ size }: RawMail): KeptMail => ({
  files: [],
  findings: [{ code: 'file-refused', detail: `${Math.round(size / MEGABYTE)} MB` }],
});

function clockFinding({ sentAt }: ReadMail, arrivedAt: Date): IncomingFinding[] {
  if (sentAt === undefined || Math.abs(sentAt.getTime() - arrivedAt.getTime()) <= A_DAY) return [];
  return [{ code: 'sender-clock-wrong', detail: sentAt.toISOString() }];
}

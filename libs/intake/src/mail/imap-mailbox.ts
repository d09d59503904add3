import { ImapFlow, type FetchMessageObject } from 'imapflow';

/** How far a mailbox has been read. Where `validity` is another one, the server has numbered its mails anew. */
export type MailPlace = { readonly validity: string; readonly uid: number };

/** A mail as the server has it. */
export type RawMail = {
  readonly place: MailPlace;
  /** When the server took it in. */
  readonly arrivedAt: Date | null;
  /** Of the whole mail, in bytes. */
  readonly size: number;
  /** The mail as it came; only its head where it is too large to be taken. */
  readonly source: Buffer;
  readonly isWhole: boolean;
};

/** Bytes that a mail may have. */
const LIMIT = 50 * 1024 * 1024;
/** Milliseconds of silence after which a server is given up; the next round tries it again. */
const SILENCE = 60_000;

/** What a mail says of itself before it is opened. */
export type Envelope = Pick<RawMail, 'arrivedAt'> & { readonly sender: string | undefined; readonly subject: string | undefined };

/** What is done with the mails of a mailbox. */
export type MailDoor = {
  /** Is given each mail that came. */
  readonly take: (mail: RawMail) => Promise<void>;
  /** Is told which could not be had, or taken: those behind it wait for another time. */
  readonly failed: (place: MailPlace, error: unknown) => Promise<void>;
  /** Is told which is no longer there. */
  readonly gone: (place: MailPlace) => Promise<void>;
  /** Which of those that came before are to be tried again now, by their numbers. */
  readonly again: (validity: string) => Promise<readonly number[]>;
};

/**
 * Reads the mails that came after a place, the oldest first, one at a time; then those that are to be tried again. Nothing is changed in
 * the mailbox: nothing is deleted, nothing marked, and people may go on reading it.
 * @param url `imap://user:password@host:port/folder`; the folder is INBOX where none is named
 * @throws Error with the first that cannot be had or taken: the connection may be lost with it
 */
export async function eachMail(url: string, after: MailPlace | null, door: MailDoor): Promise<void> {
  await within(url, async (client, validity) => {
    const from = after?.validity === validity ? after.uid + 1 : 1;
    for (const uid of await uidsFrom(client, from)) await handOver(client, { validity, uid }, door);
    for (const uid of await door.again(validity)) await handOver(client, { validity, uid }, door);
  });
}

/** What is known of a mail that cannot be opened; nothing where the server does not tell that either, or has numbered its mails anew. */
export async function envelopeOf(url: string, { validity, uid }: MailPlace): Promise<Envelope | undefined> {
  let found: Envelope | undefined;
  await within(url, async (client, now) => {
    if (now !== validity) return;
    // One after the other: who has no envelope may know the day.
    const about = await client.fetchOne(String(uid), { internalDate: true }, { uid: true });
    found = { arrivedAt: about === false ? null : dateOf(about), sender: undefined, subject: undefined };
    const told = await client.fetchOne(String(uid), { envelope: true }, { uid: true });
    const { from, subject } = (told === false ? undefined : told.envelope) ?? {};
    found = { ...found, subject, sender: from?.map(({ name, address }) => [name, address].join(' ').trim()).join(', ') };
  }).catch(() => undefined);
  return found;
}

async function within(url: string, work: (client: ImapFlow, validity: string) => Promise<void>): Promise<void> {
  const client = clientOf(new URL(url));
  // What breaks a connection fails the command that is under way as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { uidValidity } = await client.mailboxOpen(folderOf(new URL(url)), { readOnly: true });
    await work(client, String(uidValidity));
  } finally {
    await client.logout().catch(() => {
      client.close();
    });
  }
}

async function handOver(client: ImapFlow, place: MailPlace, { take, failed, gone }: MailDoor): Promise<void> {
  try {
    const mail = await fetched(client, place);
    await (mail === null ? gone(place) : take(mail));
  } catch (error) {
    await failed(place, error);
    throw new Error(`mail ${place.uid}: ${String(error)}`, { cause: error });
  }
}

/** What a mailbox is called where its place is kept: without the password. */
export function nameOfMailbox(text: string): string {
  const url = new URL(text);
  return `${decodeURIComponent(url.username)}@${url.host}/${folderOf(url)}`;
}

const folderOf = ({ pathname }: URL): string => decodeURIComponent(pathname.slice(1)) || 'INBOX';

function clientOf({ protocol, hostname, port, username, password }: URL): ImapFlow {
  const secure = protocol === 'imaps:';
  return new ImapFlow({
    host: hostname,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    socketTimeout: SILENCE,
  });
}

async function uidsFrom(client: ImapFlow, first: number): Promise<number[]> {
  const found = await client.search({ uid: `${first}:*` }, { uid: true });
  if (!Array.isArray(found)) throw new Error('The mailbox cannot be searched.');
  // A range up to the last mail always has that mail in it, however it is numbered.
  return found.filter((uid) => uid >= first).sort((a, b) => a - b);
}

/** @returns null where somebody else has taken it out of the mailbox meanwhile @throws Error where it is there and cannot be had */
async function fetched(client: ImapFlow, place: MailPlace): Promise<RawMail | null> {
  const about = await client.fetchOne(String(place.uid), { size: true, internalDate: true }, { uid: true });
  const mail = about === false ? null : await opened(client, place, about);
  if (mail === null && (await uidsFrom(client, place.uid)).includes(place.uid)) throw new Error('The server hands out nothing.');
  return mail;
}

async function opened(client: ImapFlow, place: MailPlace, about: FetchMessageObject): Promise<RawMail | null> {
  const { size = 0 } = about;
  const isWhole = size <= LIMIT;
  const content = await client.fetchOne(String(place.uid), isWhole ? { source: true } : { headers: true }, { uid: true });
  const source = content === false ? undefined : isWhole ? content.source : content.headers;
  return source === undefined ? null : { place, arrivedAt: dateOf(about), size, source, isWhole };
}

const dateOf = ({ internalDate }: FetchMessageObject): Date | null =>
  internalDate === undefined ? null : new Date(internalDate);

import { ImapFlow } from 'imapflow';

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

/**
 * Reads the mails that came after a place, the oldest first, one at a time. Nothing is changed in the mailbox: nothing is deleted,
 * nothing marked, and people may go on reading it.
 * @param url `imap://user:password@host:port/folder`; the folder is INBOX where none is named
 * @param take is given each mail; where it fails, the mails behind it wait for another time
 */
export async function eachNewMail(url: string, after: MailPlace | null, take: (mail: RawMail) => Promise<void>): Promise<void> {
  const client = clientOf(new URL(url));
  // What breaks a connection fails the command that is under way as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { uidValidity } = await client.mailboxOpen(folderOf(new URL(url)), { readOnly: true });
    const validity = String(uidValidity);
    const from = after?.validity === validity ? after.uid + 1 : 1;
    for (const uid of await uidsFrom(client, from)) {
      const mail = await fetched(client, { validity, uid });
      if (mail !== null) await take(mail);
    }
  } finally {
    await client.logout().catch(() => {
      client.close();
    });
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
  // A range up to the last mail always has that mail in it, however it is numbered.
  return (Array.isArray(found) ? found : []).filter((uid) => uid >= first).sort((a, b) => a - b);
}

/** @returns null where somebody else has taken it out of the mailbox meanwhile */
async function fetched(client: ImapFlow, place: MailPlace): Promise<RawMail | null> {
  const uid = String(place.uid);
  const about = await client.fetchOne(uid, { size: true, internalDate: true }, { uid: true });
  if (about === false) return null;
  const { size = 0, internalDate } = about;
  const isWhole = size <= LIMIT;
  const content = await client.fetchOne(uid, isWhole ? { source: true } : { headers: true }, { uid: true });
  if (content === false) return null;
  const source = (isWhole ? content.source : content.headers) ?? Buffer.alloc(0);
  return { place, arrivedAt: internalDate === undefined ? null : new Date(internalDate), size, source, isWhole };
}

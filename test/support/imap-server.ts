import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { ImapFlow } from 'imapflow';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';
import { dovecot } from './tools.js';

const PASSWORD = 'password-of-the-tests';
/** Who is root lets another account handle the mails. */
const NOBODY = { uid: 65_534, gid: 65_534 };

const configOf = (folder: string, port: number, { uid, gid }: { uid: number; gid: number }, isRoot: boolean): string => `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = ${uid}
mail_location = maildir:${folder}/mails
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mails
}
service imap-login {
  ${isRoot ? '' : 'chroot ='}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  ${isRoot ? '' : 'chroot ='}
}
${isRoot ? '' : `default_internal_user = ${userInfo().username}\ndefault_login_user = ${userInfo().username}\ndefault_internal_group =`}
`;

/** A real IMAP server (Dovecot) on a free port of this machine, with one mailbox. For suites that need it. */
export class ImapServer {
  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  static async open(): Promise<ImapServer> {
    const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-imap-'));
    const port = await freePort();
    const isRoot = userInfo().uid === 0;
    const owner = isRoot ? NOBODY : userInfo();
    for (const name of ['run', 'mails']) mkdirSync(path.join(folder, name), { mode: 0o755 });
    if (isRoot) for (const place of [folder, path.join(folder, 'mails')]) chownSync(place, owner.uid, owner.gid);
    const config = path.join(folder, 'dovecot.conf');
    writeFileSync(config, configOf(folder, port, owner, isRoot));
    const child = spawn(dovecot(), ['-F', '-c', config], { stdio: 'ignore' });
    const server = new ImapServer(folder, port, child);
    await eventually(() => server.with(() => Promise.resolve()));
    return server;
  }

  get url(): string {
    return `imap://office:${PASSWORD}@127.0.0.1:${String(this.port)}`;
  }

  /** Lays a mail into the mailbox. @param at when the server took it in */
  async deliver(mail: string | Buffer, at: Date): Promise<void> {
    await this.with((client) => client.append('INBOX', Buffer.from(mail), [], at));
  }

  /** Keeps the server from opening the mail in which these words stand. @returns what lets it again */
  lock(words: string): () => void {
    const boxes = ['cur', 'new'].map((name) => path.join(this.folder, 'mails', name));
    const files = boxes.flatMap((box) => readdirSync(box).map((name) => path.join(box, name)));
    const file = files.find((one) => readFileSync(one, 'utf8').includes(words));
    if (file === undefined) throw new Error(`No mail has ${words} in it.`);
    chmodSync(file, 0o000);
    return () => chmodSync(file, 0o600);
  }

  /** As another program of the office does. */
  async with<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const auth = { user: 'office', pass: PASSWORD };
    const client = new ImapFlow({ host: '127.0.0.1', port: this.port, secure: false, auth, logger: false });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  }

  async close(): Promise<void> {
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

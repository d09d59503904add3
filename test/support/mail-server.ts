import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real mail server on a free port of this machine that keeps what it is given. */
export class MailServer {
  readonly letters: ParsedMail[] = [];
  /** Answers the next letters with this code instead of taking them. */
  refusal: { readonly code: number; readonly words: string } | null = null;
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: (_address, _session, callback) => {
        const { refusal } = this;
        callback(refusal === null ? null : Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
      },
      onData: (stream, _session, callback) => {
        simpleParser(stream).then(
          (letter) => {
            this.letters.push(letter);
            callback(null, `taken as ${String(this.letters.length)}`);
          },
          (error: unknown) => callback(error as Error),
        );
      },
    });
  }

  static async open(): Promise<MailServer> {
    const server = new MailServer();
    await new Promise<void>((resolve) => void server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String((this.#server.server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }
}

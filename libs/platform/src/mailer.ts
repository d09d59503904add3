import type { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';

/** What a letter has with it. */
type Attachment = { readonly filename: string; readonly contentType: string; readonly content: Readable };

/** A letter in plain text. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every attempt, so that a letter that was sent twice can be known as one. */
  readonly messageId: string;
  /** Where whoever gets it says that they want no more. */
  readonly unsubscribe?: string;
  readonly attachments?: readonly Attachment[];
};

/** The mail server will not take this letter, now or later. */
export class MailRefused extends Error {}

/** Milliseconds that each step of the talk with the server may take. */
const PATIENCE = 8_000;

/** Sends mail through the server of the installation. */
export class Mailer {
  readonly #transport: Transporter<SMTPPool.SentMessageInfo, SMTPPool.Options>;

  /** @param from the address that letters come from */
  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    this.#transport = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: 4,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
    });
  }

  /**
   * Hands a letter to the server.
   * @returns what the server answered: the proof that it took it
   * @throws MailRefused where trying again is of no use; any other error may pass
   */
  async send({ unsubscribe, to, attachments = [], ...mail }: Mail): Promise<string> {
    try {
      const { response } = await this.#transport.sendMail({
        from: this.from,
        // As an object it is one address, whatever stands in it.
        to: { name: '', address: to },
        ...mail,
        attachments: [...attachments],
        ...(unsubscribe === undefined ? {} : { list: { unsubscribe } }),
      });
      return response;
    } catch (error) {
      throw isFinal(error) ? new MailRefused(wordsOf(error), { cause: error }) : error;
    }
  }

  /** Gives the connections back. */
  close(): void {
    this.#transport.close();
  }
}

/** The server has said no to the letter itself; a wrong password or a server that is away can be mended. */
function isFinal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

import { sameSecret, signature } from '@gongkai/platform';

/** 16 bytes in base64url: of an id, and of what proves it. */
const ID_SIGNS = 22;
const PROOF_SIGNS = 22;

type Parts = {
  /** The newest makes links, each of them knows its own again. */
  readonly secrets: readonly [string, ...string[]];
  readonly publicUrl: string;
};

/** Links by which who is consulted answers. None is stored: only this installation can make one, from the journal entry of the letter. */
export class AnswerLinks {
  constructor(private readonly parts: Parts) {}

  /** Where the letter is answered that an entry of a journal tells of. @param entryId a UUID */
  addressOf(entryId: string): string {
    const { secrets, publicUrl } = this.parts;
    const id = Buffer.from(entryId.replaceAll('-', ''), 'hex').toString('base64url');
    return `${publicUrl}/portal/consulted?token=${id}${proofOf(id, secrets[0])}`;
  }

  /** Where applicants follow what they asked for, and correct it. */
  get followed(): string {
    return `${this.parts.publicUrl}/portal/follow`;
  }

  /** The entry that a token is for; null where it is none of ours. */
  entryOf(token: string): string | null {
    const [id, proof] = [token.slice(0, ID_SIGNS), token.slice(ID_SIGNS)];
    const isOurs = this.parts.secrets.map((secret) => sameSecret(proof, proofOf(id, secret))).includes(true);
    const hex = Buffer.from(id, 'base64url').toString('hex');
    return isOurs ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
  }
}

const proofOf = (id: string, secret: string): string => signature(secret, `answer link:${id}`).slice(0, PROOF_SIGNS);

import type { Language } from '@gongkai/contracts';
import { newToken, tokenHash, type Sealer, type Statement } from '@gongkai/platform';

/** Where somebody wants to be told of each step of their application, in which language, and with what they take that back. */
export type FollowMail = { readonly email: string; readonly language: Language; readonly token: string };

/** Where its bytes lie. */
export const placeOf = (caseId: string): string => `follow mail:${caseId}`;

type Consent = Pick<FollowMail, 'email' | 'language'> & { readonly caseId: string; readonly at: Date };

/** Keeps a consent; it takes the place of one before, whose token ends with it. */
export function keepFollowMail(sealer: Sealer, { caseId, email, language, at }: Consent): Statement {
  const token = newToken();
  const mail: FollowMail = { email, language, token };
  return {
    name: 'keep-follow-mail',
    text: `
      INSERT INTO follow_mail (case_id, token_hash, sealed, given_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (case_id) DO UPDATE
         SET (token_hash, sealed, given_at, last_told_at, last_proof) = (excluded.token_hash, excluded.sealed, excluded.given_at, NULL, NULL)`,
    values: [caseId, tokenHash(token), sealer.seal(mail, placeOf(caseId)), at],
  };
}

/** What was kept. @throws SealBroken when the key does not fit */
export const openFollowMail = (sealer: Sealer, caseId: string, sealed: Uint8Array): FollowMail =>
  sealer.open(sealed, placeOf(caseId)) as FollowMail;

/** The consent of a case, if there is one. */
export const readFollowMail = (caseId: string): Statement => ({
  name: 'follow-mail',
  text: 'SELECT sealed FROM follow_mail WHERE case_id = $1',
  values: [caseId],
});

/** Nothing of it stays. */
export const dropFollowMail = (caseId: string): Statement => ({
  name: 'drop-follow-mail',
  text: 'DELETE FROM follow_mail WHERE case_id = $1',
  values: [caseId],
});

/** The same by the token of a mail. */
export const dropByToken = (token: string): Statement => ({
  name: 'drop-follow-mail-by-token',
  text: 'DELETE FROM follow_mail WHERE token_hash = $1',
  values: [tokenHash(token)],
});

/** An address as somebody knows it again who wrote it. */
export const maskedAddress = (email: string): string => email.replace(/^(.)[^@]*/, '$1***');

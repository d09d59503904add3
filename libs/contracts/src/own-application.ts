import { z } from 'zod';
import { keptText } from './kept-text.js';
import { MOST_FILES } from './portal-limits.js';

/** Who knows the code of the receipt acts as the applicant: every act carries it. */
const code = z.string().max(100);
const id = keptText(200);
const fileIds = z.array(id).max(MOST_FILES);

/** What a correction notice asked for: in words, in files, or both. */
export const OwnCorrection = z
  .strictObject({ code, text: keptText(4000).optional(), fileIds: fileIds.optional() })
  .meta({ id: 'OwnCorrection' });
export type OwnCorrection = z.infer<typeof OwnCorrection>;

/** That a fee was paid, by the slip: a person compares it with the account. */
export const OwnPayment = z
  .strictObject({ code, fileIds: fileIds.min(1), note: keptText(4000).optional() })
  .meta({ id: 'OwnPayment' });
export type OwnPayment = z.infer<typeof OwnPayment>;

/** The applicant takes the application back, or one item of several; nobody has to say why. */
export const OwnWithdrawal = z
  .strictObject({
    code,
    itemId: id.optional().describe('Of `withdrawable`: this item alone; without it the whole application'),
    reason: keptText(1000).optional(),
  })
  .meta({ id: 'OwnWithdrawal' });
export type OwnWithdrawal = z.infer<typeof OwnWithdrawal>;

/** The applicant suggests that everybody may read what was given out (REG 44). */
export const OwnSuggestion = z.strictObject({ code, reason: keptText(1000).optional() }).meta({ id: 'OwnSuggestion' });
export type OwnSuggestion = z.infer<typeof OwnSuggestion>;

/** The applicant has a notice in hand. */
export const OwnReceipt = z.strictObject({ code, noticeId: id }).meta({ id: 'OwnReceipt' });
export type OwnReceipt = z.infer<typeof OwnReceipt>;

/** Where the applicant wants to be told of each step by mail; null takes that back. */
export const OwnMail = z.strictObject({ code, mailTo: z.email().max(200).nullable() }).meta({ id: 'OwnMail' });
export type OwnMail = z.infer<typeof OwnMail>;

/** The token of such a mail, which ends them. */
export const MailStop = z.strictObject({ token: z.string().min(1).max(100) }).meta({ id: 'MailStop' });
export type MailStop = z.infer<typeof MailStop>;

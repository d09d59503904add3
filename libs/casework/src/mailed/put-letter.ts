import { randomUUID } from 'node:crypto';
import { Refusal } from '@gongkai/contracts';
import type { CaseNotice } from '@gongkai/lifecycle';
import type { OpenTransaction, Statement } from '@gongkai/platform';
import { openApplicant } from '../applicants.js';
import type { Considered, Matter } from '../desk/consider.js';
import type { OutboxRow } from '../desk/write.js';
import { maskedAddress } from '../own/follow-mail.js';
import { paperOfNotice, type Paper } from '../own/papers.js';
import { addressMeant, isMailedBy } from './mail-address.js';
import { keepLetterMail } from './mail-rows.js';

/** What a letter leaves beside its step: the row of the mail, and the job that sends it. */
type PutLetter = { readonly rows: readonly Statement[]; readonly outbox: readonly OutboxRow[] };
const NOTHING: PutLetter = { rows: [], outbox: [] };

/** Bytes of the files of a mail. As they are written for the way they grow by a third, and many servers take 25 MB and no more. */
const MOST_BYTES = 15 * 1024 * 1024;

/**
 * Has the letter of a step mailed, in the transaction of the step: to the address that is meant now, with the files that are the letter now and
 * those that leave beside it. What of these is too large stays out, and is fetched over the portal.
 * @throws Refusal `invalid-request` where the case keeps no file of the letter
 */
export async function putLetter(matter: Matter, considered: Considered, { read }: OpenTransaction): Promise<PutLetter> {
  const { envelope, stored, now, moment, sealer, mailsLetters = false } = matter;
  const { command, actor } = envelope;
  if (!mailsLetters || actor === 'clock' || !isMailedBy(command, now.file, moment.today)) return NOTHING;
  const notice = sentBy(matter, considered);
  if (notice === undefined) return NOTHING;
  const { after, fact } = considered.decision;
  const place = { id: stored.row.id, organ_id: stored.row.organ_id, file: after.file };
  const { letter, given } = await paperOfNotice(place, notice.id, { read, fact });
  if (letter.length === 0) throw new Refusal('invalid-request', [{ path: 'mode', code: 'nothing-to-mail' }]);
  const address = addressMeant(command, () => openApplicant(sealer, stored.around).email);
  const beside = fitting(letter, given);
  const id = randomUUID();
  const mail = {
    ...{ id, caseId: stored.row.id, noticeId: notice.id, entryId: envelope.id, sentBy: actor.id, at: moment.at },
    ...{ address, mailTo: maskedAddress(address) },
    fileIds: [...letter, ...beside].map((file) => file.id),
    leftOut: given.filter((file) => !beside.includes(file)).map((file) => file.id),
  };
  return { rows: [keepLetterMail(sealer, mail)], outbox: [{ id: randomUUID(), job: 'send-letter', payload: { letterId: id } }] };
}

/** The document that has left once more. */
function sentBy({ now: { file } }: Matter, { decision: { after } }: Considered): CaseNotice | undefined {
  const before = new Map(file.notices.map(({ id, attempts }) => [id, attempts.length]));
  return after.file.notices.find(({ id, attempts }) => attempts.length > (before.get(id) ?? 0));
}

/** What goes along, in its order, as far as there is room beside the letter. */
function fitting(letter: readonly Paper[], given: readonly Paper[]): readonly Paper[] {
  let room = MOST_BYTES - letter.reduce((sum, { size }) => sum + size, 0);
  return given.filter(({ size }) => {
    if (size > room) return false;
    room -= size;
    return true;
  });
}

import type { CaseView } from '@gongkai/contracts';
import { caseView, nameOf } from '../views/case-view.js';
import { applicantAfter } from './agent-change.js';
import { appearingIn, sealAppearing } from './appearing.js';
import type { Considered, Matter } from './consider.js';
import { answered } from './answered.js';
import type { Answer } from './envelope.js';
import { followedWritings } from './follow.js';
import { keeping } from './kept-answers.js';
import { settle, stepped, together } from './settle.js';
import { splitOff } from './split.js';
import { contactIn, sealContacts } from './party-contact.js';
import { headOf } from './view-now.js';
import type { ChangedCaseRow, Writing } from './write.js';

/** Everything that a command leaves in the database, but for its answer. */
export const writingOf = (matter: Matter, considered: Considered): Writing => changeOf(matter, considered).writing;

type Changed = Pick<ReturnType<typeof applicantAfter>, 'applicant'> & { readonly row: ChangedCaseRow; readonly writing: Writing };

function changeOf(matter: Matter, considered: Considered): Changed {
  const { stored, beside, envelope, now, moment, sealer } = matter;
  const { decision, reckoned } = considered;
  const { applicant_name: applicantName } = stored.around;
  const by = { entryId: envelope.id, actorId: envelope.actor === 'clock' ? 'clock' : envelope.actor.id };
  const { row, ...others } = settle(stepped({ row: stored.row, applicantName, beside, now, decision, reckoned, moment, ...by }));
  const followed = followedWritings(considered.followed, moment);
  const step = { command: envelope.command, fact: decision.fact };
  const { applicant, writing } = applicantAfter(stored, { ...step, sealer });
  const appearing = sealAppearing(sealer, { caseId: row.id, ...step });
  const own = { changed: [row], appearing, contacts: sealContacts(sealer, step), ...others };
  return { row, applicant, writing: together(own, writing, splitOff(matter, considered), ...followed) };
}

/** The answer to a command, and everything it leaves in the database. */
export function answerOf(matter: Matter, considered: Considered): { answer: Answer; writing: Writing } {
  const { envelope, stored, moment, sealer } = matter;
  const changed = changeOf(matter, considered);
  const answer = answered({ status: 200, caseId: stored.row.id, replayed: false }, () => viewAfter(matter, considered, changed));
  const answers = keeping(answer, envelope.idempotency, moment.at, sealer);
  return { answer, writing: together(changed.writing, { answers }) };
}

/** The case after a command, as whoever gave it sees it. */
function viewAfter({ envelope, stored, sealer }: Matter, considered: Considered, { row, applicant }: Changed): CaseView {
  const { actor, language = 'zh-CN' } = envelope;
  // Who acts now is not among those whom the journal knew before.
  const people = { ...stored.around.people, ...nameOf(actor === 'clock' ? null : actor) };
  const { assignee } = considered;
  const before = headOf(stored, sealer);
  const step = { command: envelope.command, fact: considered.decision.fact };
  const told = {
    appearing: { ...before.appearing, ...appearingIn(step) },
    contacts: { ...before.contacts, ...contactIn(step) },
  };
  const head = { ...before, applicant, ...told, version: row.version, closedOn: row.closed_on, assignee, people };
  return caseView(head, considered.reckoned, { actor, language });
}

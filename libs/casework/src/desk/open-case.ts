import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type CaseView, type NewApplication } from '@gongkai/contracts';
import type { Sealer, Statement } from '@gongkai/platform';
import { agentProblems } from '../agent-problems.js';
import { sealApplicant } from '../applicants.js';
import type { LawShelf } from '../law-shelf.js';
import { holdFiles } from '../loose-files.js';
import type { Person } from '../person.js';
import { caseView, nameOf } from '../views/case-view.js';
import type { Opening } from './envelope.js';
import { lockKey, readKept } from './kept-answers.js';
import { NamedReads } from './named-reads.js';
import { caseNumber, drawForOrgan, oldNumber, type Drawn } from './numbering.js';
import { applicationFact, bear, checkDays } from './opening.js';
import type { Moment } from './settle.js';
import { readEntry } from './stored-case.js';
import { unknownFiles } from './subjects.js';
import type { Writing } from './write.js';

/** What opening a case reads in its first flight. */
export type OpeningRead = 'lock' | 'kept' | 'entry' | 'files' | 'drawn';

/** Everything that opening a case needs to know. @throws Refusal `role-missing` for who logs no applications */
export function openingReads({ id, actor, body, idempotency, old }: Opening, today: LocalDate): NamedReads<OpeningRead> {
  checkRole(actor, body);
  return new NamedReads<OpeningRead>({
    lock: idempotency === undefined ? null : lockKey(idempotency),
    kept: idempotency === undefined ? null : readKept(idempotency),
    entry: readEntry(id),
    files: body.fileIds === undefined ? null : readFiles(actor.organId, body.fileIds),
    drawn: old === undefined ? drawForOrgan(actor.organId, 'case', today) : null,
  });
}

/** Applications are logged by a clerk or caseworker, each for the own organ. */
function checkRole({ roles, organCode, organId }: Person, { organ = organCode }: NewApplication): void {
  const mayLog = roles.includes('clerk') || roles.includes('caseworker');
  if (!mayLog || (organ !== organCode && organ !== organId)) throw new Refusal('role-missing', [], { facts: { role: 'clerk' } });
}

const readFiles = (organId: string, ids: readonly string[]): Statement => ({
  name: 'files-of-organ',
  text: holdFiles('$2'),
  values: [ids, organId],
});

type Around = { readonly laws: LawShelf; readonly sealer: Sealer; readonly moment: Moment };
type Plan = {
  readonly caseId: string;
  readonly number: string;
  readonly draw: () => CaseView;
  readonly writing: Partial<Writing>;
};
type Rows = (name: OpeningRead) => readonly unknown[];

/** The new case, how it looks to who opened it, and everything to be written. @throws Refusal `invalid-request` */
export function planOpening(opening: Opening, rows: Rows, { laws, sealer, moment }: Around): Plan {
  const { actor, body, id: entryId, language = 'zh-CN' } = opening;
  const { today } = moment;
  checkBody(body, rows, today);
  const law = laws.lawOf(laws.statute, today, actor.organId);
  const applicant = { id: randomUUID(), ...body.applicant, faxNumber: body.receipt.faxNumber };
  const caseId = randomUUID();
  const fact = applicationFact(body, applicant.id, law, today);
  const head = {
    organ_id: actor.organId,
    ...(opening.old === undefined ? caseNumber(drawnOf(rows), today) : oldNumber(opening.old)),
    statute: laws.statute,
    channel: body.receipt.channel,
    applicant_name: applicant.name,
  };
  const { reckoned, writing } = bear({ caseId, entryId, actor, fact, head, law, moment, sealer });
  const viewHead = { id: caseId, number: head.number, version: 1, organCode: actor.organCode, applicant };
  const nothingYet = { assignee: null, closedOn: null, tied: { merged: [], partsOpen: [] }, appearing: {}, contacts: {} };
  const draw = (): CaseView =>
    caseView({ ...viewHead, ...nothingYet, openedOn: today, people: nameOf(actor) }, reckoned, { actor, language });
  const filing = { id: applicant.id, organId: actor.organId, faxNumber: applicant.faxNumber };
  const written = { ...writing, applicants: [sealApplicant(sealer, body.applicant, filing)] };
  return { caseId, number: head.number, draw, writing: written };
}

function checkBody(body: NewApplication, rows: Rows, today: LocalDate): void {
  checkDays(body.receipt, today);
  const { fileIds = [], receipt } = body;
  const { envelopeFileId: envelope } = receipt;
  const missing = unknownFiles(fileIds, rows('files'));
  if (envelope !== undefined && !fileIds.includes(envelope))
    missing.push({ path: 'receipt.envelopeFileId', code: 'unknown-file', facts: { name: envelope } });
  const problems = [...missing, ...agentProblems(body)];
  if (problems.length > 0) throw new Refusal('invalid-request', problems);
}

function drawnOf(rows: Rows): Drawn {
  const [drawn] = rows('drawn') as Drawn[];
  if (drawn === undefined) throw new Error('The organ of this person does not exist.');
  return drawn;
}

import {
  answerTexts,
  Refusal,
  type AnswerByLink,
  type ConsultedAnswer,
  type ConsultedView,
  type PublicFile,
} from '@gongkai/contracts';
import { answerDue, type CaseConsultation } from '@gongkai/lifecycle';
import type { Clock, CommandPool, Sealer } from '@gongkai/platform';
import type { Reckoned } from '../desk/columns.js';
import type { CaseDesk } from '../desk/case-desk.js';
import { caseNow } from '../desk/case-now.js';
import { filesHandedIn } from '../incoming/handed-in.js';
import type { IncomingDesk } from '../incoming/incoming-desk.js';
import type { LawShelf } from '../law-shelf.js';
import { applicantIn } from '../portal/applicant.js';
import type { Portal, SentFile } from '../portal/portal.js';
import { withStandIns, type Told } from '../reminders/colleagues.js';
import { tellStep } from '../reminders/turns.js';
import { isStillAsked } from '../views/consultation-view.js';
import type { AnswerLinks } from './answer-links.js';
import { noteAnswers } from './answers-came.js';
import { ANSWERS, answerKey, answerKeysSql, holdersSql, isUsedUp } from './letters-sql.js';
import { takenDown, type Accompanied, type Taking } from './taken-down.js';

type Parts = {
  readonly links: AnswerLinks;
  readonly incoming: IncomingDesk;
  readonly portal: Pick<Portal, 'takeFile'>;
  readonly pool: CommandPool;
  readonly desk: Pick<CaseDesk, 'handleAll'>;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly laws: LawShelf;
};

/** With what came in by its link: how often, and the day of what counts as an answer. */
const READ = `
  SELECT holder.case_id, holder.consultation_id, case_file.number, case_file.assignee_id,
         organ.id AS organ_id, organ.code, organ.name_zh, organ.name_en, came.answered_on, came.times
    FROM (${holdersSql('$1::uuid')}) AS holder
    JOIN case_file ON case_file.id = holder.case_id
    JOIN organ ON organ.id = case_file.organ_id
   CROSS JOIN LATERAL (
     SELECT (max(incoming.arrived_on) FILTER (WHERE ${ANSWERS}))::text AS answered_on, count(*)::int AS times FROM incoming
      WHERE incoming.organ_id = organ.id AND incoming.source = 'portal' AND incoming.key = ANY (${answerKeysSql('$1::uuid')})) AS came
   ORDER BY holder.born, case_file.number`;

type LetterRow = {
  readonly case_id: string;
  readonly consultation_id: string;
  readonly number: string;
  readonly assignee_id: string | null;
  readonly organ_id: string;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly answered_on: ConsultedView['answeredOn'];
  readonly times: number;
};

/** A case in which it is asked. */
type Holder = { readonly row: LetterRow; readonly asked: CaseConsultation; readonly reckoned: Reckoned };
type Letter = { readonly entryId: string; readonly holders: readonly [Holder, ...Holder[]]; readonly view: ConsultedView };

/**
 * Who is asked answers over the portal, by the link on the answer form. It comes into the inbox, where a person looks at it and takes it
 * down: who has the letter in hand proves to have it, not to be who is asked.
 */
export class Consulted {
  constructor(private readonly parts: Parts) {}

  /** What is asked. @throws Refusal `not-found` for a token that is none */
  async ask(token: string): Promise<ConsultedView> {
    return (await this.#find(token)).view;
  }

  /** Takes a file that goes along with the answer. @throws Refusal as of an application's files, `not-found`, `answer-not-open` */
  async addFile(token: string, sent: Omit<SentFile, 'organ'>): Promise<PublicFile> {
    const [{ row }] = (await this.#open(token)).holders;
    return this.parts.portal.takeFile({ id: row.organ_id, code: row.code }, sent);
  }

  /** Answers: once, and again where that was dismissed because somebody else had answered. @throws Refusal `not-found`, `answer-not-open`, `invalid-request` */
  async answer({ token, fileIds = [], ...said }: ConsultedAnswer): Promise<ConsultedView> {
    const { pool, incoming, clock } = this.parts;
    const { entryId, holders, view } = await this.#open(token);
    const [{ row }] = holders;
    const key = answerKey(entryId, row.times);
    if (key === null) throw new Refusal('answer-not-open');
    if (said.answer !== 'agree' && said.grounds === undefined)
      throw new Refusal('invalid-request', [{ path: 'grounds', code: 'required' }]);
    const files = await filesHandedIn(pool, applicantIn({ id: row.organ_id, code: row.code }), fileIds);
    const { isKnown } = await incoming.receive({
      organId: row.organ_id,
      source: 'portal',
      key,
      arrivedAt: clock.now(),
      sender: view.party,
      subject: `${answerTexts.subject['zh-CN']} ${view.number ?? row.number}`,
      text: inWords(said),
      files,
      meantFor: { id: row.case_id, number: row.number, as: 'consultation_answer', answer: forTheStep(said, row) },
    });
    if (isKnown) throw new Refusal('answer-not-open');
    await noteAnswers({ of: 'entry', id: entryId }, this.parts);
    for (const holder of holders) await this.#tellAssignee(holder.row);
    return this.ask(token);
  }

  /**
   * A step of the case with which something that came in by a link is settled; any other goes alone.
   * @param tried the same step without its write: that the case is unknown, or the role missing, is told before what waits
   * @throws Refusal as the step itself, `invalid-request` where something else waits
   */
  async accompanied(taking: Taking, tried: () => Promise<unknown> = () => Promise.resolve()): Promise<Accompanied> {
    try {
      return await takenDown(taking, this.parts);
    } catch (problem) {
      if (problem instanceof Refusal) await tried();
      throw problem;
    }
  }

  /** Who has the case in hand hears of it, and who stands in for them today; it is theirs to look at, and the inbox has it already. */
  async #tellAssignee({ case_id: caseId, assignee_id: assignee, consultation_id: id, times }: LetterRow): Promise<void> {
    if (assignee === null) return;
    const key = `answered-by-link ${id}${times === 0 ? '' : ` ${String(times + 1)}`}`;
    const telling = { caseId, kind: 'news', step: 'answered-by-link', key } as const;
    const { pool, clock } = this.parts;
    const told = await withStandIns([assignee], clock.today(), async (statement) => (await pool.query<Told>(statement)).rows);
    await pool.query(tellStep(told, telling, this.parts));
  }

  async #open(token: string): Promise<Letter> {
    const letter = await this.#find(token);
    if (letter.view.state !== 'open') throw new Refusal('answer-not-open');
    return letter;
  }

  async #find(token: string): Promise<Letter> {
    const { links, pool } = this.parts;
    const entryId = links.entryOf(token);
    if (entryId === null) throw new Refusal('not-found');
    const { rows } = await pool.query<LetterRow>({ name: 'letter-by-entry', text: READ, values: [entryId] });
    const known = await Promise.all(rows.map((row) => this.#holderOf(row)));
    const all = known.filter((one) => one !== null);
    const open = all.filter((one) => stateOf(one) === 'open');
    // Where it can still be answered; else where it is still asked; else where it was written.
    const here = all.filter(({ asked }) => asked.elsewhereFrom === null);
    const [first, ...others] = [open, here, all].find(({ length }) => length > 0) ?? [];
    if (first === undefined) throw new Refusal('not-found');
    const holders: Letter['holders'] = [first, ...others];
    return { entryId, holders, view: viewOf(holders) };
  }

  /** A letter as a case has it. Questions of secrecy go over no public line. */
  async #holderOf(row: LetterRow): Promise<Holder | null> {
    const { reckoned } = await caseNow(row.case_id, this.parts);
    const asked = reckoned.now.file.consultations.find(({ id }) => id === row.consultation_id);
    return asked === undefined || asked.kind === 'secrecy_authority' ? null : { row, asked, reckoned };
  }
}

function viewOf(holders: Letter['holders']): ConsultedView {
  const [{ row, asked, reckoned }] = holders;
  const { file } = reckoned.now;
  const state = row.answered_on === null ? openState(holders[0]) : 'answered';
  return {
    state,
    kind: asked.kind,
    organ: { code: row.code, name: { 'zh-CN': row.name_zh, en: row.name_en } },
    number: file.notices.find(({ id }) => id === asked.id)?.number ?? null,
    party: asked.party,
    items: state === 'open' ? holders.flatMap(itemsOf) : [],
    dueOn: dueOf(asked, reckoned),
    answeredOn: row.answered_on,
    wasSetAside: state === 'open' && row.times > 0,
    today: reckoned.today,
  };
}

const openState = (holder: Holder): ConsultedView['state'] => (isUsedUp(holder.row.times) ? 'settled' : stateOf(holder));

const itemsOf = ({ asked, reckoned }: Holder): string[] =>
  reckoned.now.file.items.filter(({ id }) => asked.itemIds.includes(id)).map(({ description }) => description);

function dueOf({ id }: CaseConsultation, { ledger }: Reckoned): ConsultedView['dueOn'] {
  const consulted = ledger.consultations.find((one) => one.id === id);
  return consulted === undefined ? null : (answerDue(consulted)?.day ?? null);
}

/** A letter that has not left is not asked yet. */
function stateOf({ asked, reckoned }: Pick<Holder, 'asked' | 'reckoned'>): ConsultedView['state'] {
  if (!isStillAsked(asked, reckoned)) return 'settled';
  return asked.dispatchedOn === null ? 'unsent' : inItsPeriod(dueOf(asked, reckoned), reckoned);
}

const inItsPeriod = (due: ConsultedView['dueOn'], { today }: Reckoned): 'open' | 'over' =>
  due !== null && due < today ? 'over' : 'open';

/** Agreement needs no grounds, and the step that takes it down asks for none. */
const forTheStep = (
  { answer, grounds }: Pick<ConsultedAnswer, 'answer' | 'grounds'>,
  { consultation_id: consultationId }: LetterRow,
): AnswerByLink =>
  answer === 'agree' || grounds === undefined ? { consultationId, answer } : { consultationId, answer, grounds };

const inWords = ({ answer, grounds, by, phone }: Omit<ConsultedAnswer, 'token' | 'fileIds'>): string =>
  [
    `${answerTexts.answer['zh-CN']}：${answerTexts[answer]['zh-CN']}`,
    ...(grounds === undefined ? [] : [`${answerTexts.grounds['zh-CN']}：${grounds}`]),
    `${answerTexts.by['zh-CN']}：${by}`,
    ...(phone === undefined ? [] : [`${answerTexts.phone['zh-CN']}：${phone}`]),
  ].join('\n');

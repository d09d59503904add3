import { z } from 'zod';
import { INAPPLICABLE_LINES } from './completeness.js';
import { bare, command, fileIds, id, letter, on, signedLetter, signing, text, word } from './command-parts.js';
import { consultationCommands } from './consultation-commands.js';
import { Day } from './day.js';
import { PeriodUnit } from './deadline-facts.js';
import { carriage, despite, elsewhere, hands, leaving, returned, unkept, unproven, unprovenNotice } from './delivery-fields.js';
import { feeFields } from './fee-fields.js';
import { orderCommands } from './order-commands.js';
import { originalFields, recordIds } from './original-fields.js';
import { remedyCommands } from './remedy-commands.js';
import { RetentionPeriod } from './retention.js';
import { attributeFields } from './public-attribute.js';
import { AnswerCode, DispatchMode, Ground, LegalOpinion } from './vocabulary.js';

const count = z.int().min(0).max(1_000_000).optional();

const draft = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .optional()
  .describe('The fingerprint of the draft that was read (`draft` of the case): another one is neither approved nor reviewed');

/** Who is told of a note: people who may see the case. */
const mentions = z
  .array(id)
  .min(1)
  .max(20)
  .optional()
  .describe('People whom the note names and who are told of it, by their ids');

/** What the applicant has said to the notice that asks for reasons. */
const explanation = {
  answer: text.optional().describe('What the applicant has said; left out where nothing was said within the period (REG 35)'),
  answeredOn: on,
};

/** Every step a person can take with a case. A day that is not named is the office's today. */
export const commandSchemas = {
  confirmReceipt: command('confirmReceipt', { confirmedOn: on, confirmedBy: word.optional(), confirmedHow: word.optional() }),
  logContactAttempt: command('logContactAttempt', { on, how: word, result: text }),
  register: command('register', {}),
  accept: command('accept', { on }),
  assign: command('assign', { assignee: id }),
  claim: command('claim', {}),
  /** By who holds it: into the pool again, or to who assigned it where that is a caseworker. Who assigned it is told either way. */
  handBack: bare('handBack', { reason: text, to: z.enum(['pool', 'assigner']).optional() }),

  sendCorrectionNotice: letter('sendCorrectionNotice', {
    missing: text,
    period: z.int().min(1).max(60).optional(),
    periodUnit: PeriodUnit.optional(),
    ...leaving,
  }),
  receiveCorrection: command('receiveCorrection', { on, postedOn: Day.optional(), content: text.optional() }),
  closeAbandoned: command('closeAbandoned', { cause: z.enum(['correction', 'fee']), unproven: unprovenNotice }),

  /** Another unit of the organ helps, until a day of the organ's own; the person is who answers for it there (GC26: it moves no date). */
  askUnit: command('askUnit', { unit: word, person: id, task: text, workingDays: z.int().min(1).max(20) }),
  recordUnitAnswer: command('recordUnitAnswer', { requestId: id, on, answer: text }),

  recordSearch: command('recordSearch', {
    where: text,
    words: text,
    result: text,
    searched: z
      .enum(['found', 'nothing'])
      .optional()
      .describe('What came of it in one word: what was found is not told not to exist, but by a later search or with a reason'),
    itemIds: z.array(id).min(1).max(50).optional().describe('The items it was for; without it all of them'),
    searchedBy: word
      .optional()
      .describe('Who has searched, where that is not who records it: a person, a unit or both (REG 36(4))'),
    on: on.describe('The day of the search; today without it'),
  }),
  ...consultationCommands,

  /** Not once the reply is overdue; one that was proposed by then and is typed later says on which day. */
  proposeExtension: command('proposeExtension', { workingDays: z.int().min(1).max(20), reason: text, on }),
  approveExtension: signedLetter('approveExtension', leaving),
  refuseExtension: signing('refuseExtension', { reason: text }),

  dispatchNotice: command('dispatchNotice', {
    noticeId: id,
    dispatchedOn: on,
    mode: DispatchMode,
    ...carriage,
    ...hands,
    ...elsewhere,
  }),
  recordService: command('recordService', { noticeId: id.optional(), consultationId: id.optional(), on, how: word, ...despite }),

  /** That number or frequency clearly exceeds a reasonable range is found by who takes the step; on what it rests goes on record (REG 35). */
  askReasons: letter('askReasons', {
    reason: text.describe('What the applicant is told of it: on what the finding rests'),
    requestsThisMonth: count,
    requestsThisYear: count,
    itemsThisMonth: count,
    threshold: text.optional().describe('Against what the numbers were held: the law names none'),
    similar: text.optional().describe('Earlier requests for the same, by their numbers'),
    ...leaving,
  }),
  acceptReasons: signing('acceptReasons', { ...explanation, reason: text.optional() }),
  rejectReasons: signing('rejectReasons', { ...explanation, reason: text }),
  setDelay: signedLetter('setDelay', { until: Day, reason: text.optional(), ...leaving }),

  sendFeeNotice: signedLetter('sendFeeNotice', { ...feeFields, ...leaving }),
  /** Nothing is to be paid any more: the fee notice is taken back, and a wait for its payment ends (REG 42; FEE). */
  liftFee: signedLetter('liftFee', {
    reason: text.describe('Why nothing is to be paid: what the applicant is told of it'),
    inError: z
      .boolean()
      .optional()
      .describe(
        'It was never owed, also before anything was withdrawn: it has moved no date. Where nothing was withdrawn this is so in any case',
      ),
    ...leaving,
  }),
  recordPayment: command('recordPayment', { on, amount: z.number().positive().max(10_000_000) }),

  decideItem: command('decideItem', {
    itemId: id,
    code: AnswerCode,
    ground: Ground.optional(),
    article: word.optional(),
    facts: text.optional().describe('What was found: which record it is, and what of it falls under the ground (REG 36(3), 37)'),
    recordIds,
    reasons: text.optional(),
    harm: text.optional().describe('Whom or what its disclosure would harm, and how; asked for by some grounds (REG 14, 15)'),
    severability: text.optional().describe('Why nothing can be separated and given, where all of it is withheld (REG 37)'),
    unasked: text
      .optional()
      .describe('third_party_rights, all withheld: why the third party was not asked, where it was not (REG 32)'),
    unlikeFound: text
      .optional()
      .describe('not_existing, although a search found something: why that is not what is asked for (REG 36(4))'),
    otherOrgan: text.optional(),
    earlierCaseId: id
      .optional()
      .describe(
        'repeated: the case of the same applicant that was answered before; the number and day of its reply are taken from it',
      ),
    earlierNumber: word.optional().describe('repeated: the number of the earlier reply, where it is older than this register'),
    earlierDay: Day.optional().describe('repeated: the day of that reply'),
    on,
  }),
  submitReview: command('submitReview', { itemId: id, ...originalFields, ...attributeFields }),
  /** It is about exactly the files that were submitted, and takes no others. */
  passReview: bare('passReview', {
    itemId: id,
    on,
    redactionChecked: z
      .boolean()
      .optional()
      .describe(
        'The reviewer has opened each file and found that what is withheld is gone from it; asked for where a part is given in a file that was not redacted here',
      ),
    ...attributeFields,
  }),
  blockReview: command('blockReview', { itemId: id, reason: text }),
  submitForApproval: command('submitForApproval', {
    ...attributeFields,
    unchanged: text
      .optional()
      .describe(
        'Of a draft that comes again as it was sent back: why nothing of it is changed, for who sent it back; asked for then',
      ),
  }),
  reviewLegally: bare('reviewLegally', { opinion: LegalOpinion, reason: text.optional(), draft, on }),
  approve: signing('approve', { on, reason: text.optional(), draft }),
  sendBack: signing('sendBack', { reason: text }),
  signReply: signing('signReply', { on, ...attributeFields }),

  dispatch: command('dispatch', { dispatchedOn: on, mode: DispatchMode, ...carriage, ...hands, ...elsewhere }),
  recordReturn: command('recordReturn', returned),
  serveByPublicNotice: command('serveByPublicNotice', {
    noticeId: id.optional().describe('The document that came back; without it, or with `reply`, the reply'),
    on,
    publishedIn: word.optional().describe('Where it was published: site, newspaper, notice board'),
  }),
  /** What proves the last try to deliver a document, where it was not at hand then; also after the case is filed. */
  addProof: command('addProof', {
    noticeId: id,
    sentOn: Day.optional().describe('Which try it proves, by the day that one left; without it the last'),
    mode: DispatchMode.optional(),
    ...carriage,
    ...hands,
    publishedIn: word.optional(),
  }),
  /** A document of the case as it was stamped and signed on paper, scanned; also after the case is filed. */
  addStamped: letter('addStamped', {
    noticeId: id,
    differs: text
      .optional()
      .describe(
        'Why the copy has other pages than the letter that was drawn, or does not bear its number and its day: asked for then, kept with the step',
      ),
  }),

  withdraw: command('withdraw', { on, how: word }),
  merge: command('merge', { intoCaseId: id }),
  split: command('split', {
    items: z.array(id).min(1).max(50),
    consultations: z
      .array(id)
      .max(50)
      .optional()
      .describe('The letters that are about the items taken out, and about none that stay; without it all are about both'),
    inPart: z
      .boolean()
      .optional()
      .describe('What stays is answered now and what is taken out apart: a reply in part, of one application'),
  }),
  /** The applicant no longer asks for one of several items. */
  withdrawItem: command('withdrawItem', { itemId: id, on, how: word }),
  linkCase: command('linkCase', { caseId: id }),
  /** Who acts for the applicant from now on; without a name nobody does. What of the same agent is known already need not be said again. */
  changeAgent: bare('changeAgent', {
    on,
    agent: word.optional(),
    agentIdType: word.optional(),
    agentIdNumber: word.optional(),
    agentPhone: word.optional(),
    agentScope: text.optional(),
    fileIds: fileIds.describe('The power of attorney first, then what else proves the agent (POST /files)'),
  }),
  voidCase: signing('voidCase', { reason: text }),
  correctFact: command('correctFact', { entryId: id, fields: z.record(word, z.unknown()), reason: text }),
  /** What a second person says to an entry that waits for one; with `reject` a corrected fact is put back as it was. */
  confirmFact: signing('confirmFact', { entryId: id, reject: text.optional() }),
  giveLateReason: command('giveLateReason', { reason: text }),

  ...remedyCommands,

  suggestPublication: command('suggestPublication', {
    reason: text.optional(),
    byApplicant: z
      .boolean()
      .optional()
      .describe(
        'An applicant suggests it, and it waits for an answer; without it whoever answers for the case decides to publish',
      ),
  }),
  declinePublication: command('declinePublication', { reason: text }),
  publish: signing('publish', { on, address: z.url().optional() }),
  reviewWithholding: command('reviewWithholding', {
    itemId: id,
    on,
    result: z
      .enum(['withheld', 'partly', 'public'])
      .describe(
        'Everything stays withheld, a part can be public now, or all of it; of the latter two something is to be published',
      ),
    reason: text,
  }),
  /** A line of what the archive asks for that does not apply to this case, and why; or it does after all. */
  markInapplicable: bare('markInapplicable', {
    line: z.enum(INAPPLICABLE_LINES),
    reason: text.optional().describe('Why it does not apply; asked for unless that is taken back'),
    takenBack: z.boolean().optional().describe('It applies after all'),
  }),
  file: command('file', { retention: RetentionPeriod.optional(), unproven, unkept }),
  note: command('note', {
    text: text.optional(),
    mentions,
    cameIn: z
      .boolean()
      .optional()
      .describe(
        'Its files came from outside: the application itself, a letter, an answer. Without it they are internal material, and marked so in the folder',
      ),
  }),
  ...orderCommands,
  /** An item of a list of the office, or no more: the list says which there are (`checklists` of the case). */
  tick: bare('tick', { item: word, done: z.boolean() }),
} as const;

export type CommandType = keyof typeof commandSchemas;
export type CommandOf<T extends CommandType> = z.infer<(typeof commandSchemas)[T]>;
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

export const COMMAND_TYPES = Object.keys(commandSchemas) as readonly CommandType[];

/** What a person may say over HTTP. */
export const Command = z
  .discriminatedUnion('type', Object.values(commandSchemas) as unknown as [typeof commandSchemas.note])
  .meta({ id: 'Command' }) as unknown as z.ZodType<Command>;

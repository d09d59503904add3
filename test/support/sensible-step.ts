import { localDate } from '@gongkai/calendar';
import { ANSWER_CODES, COMMAND_TYPES, GROUNDS, INAPPLICABLE_LINES, type CommandType, type Ground } from '@gongkai/contracts';
import { cameBack, isOnItsWay, type CaseFile, type CaseNow, type CaseNotice, type ChartValue } from '@gongkai/lifecycle';
import { LAW, type StepInput } from './life.js';
import { calendarDaysAfter } from './days.js';

/** Takes one of several by the throw of a die; undefined where there is none. */
type Pick = <T>(of: readonly T[]) => T | undefined;
type Fields = Readonly<Record<string, unknown>>;
/** What a person who knows the case would write; null where the case offers nothing to write about. */
type Sensible = (file: CaseFile, pick: Pick, at: { readonly today: string; readonly value: ChartValue }) => Fields | null;

const nothing: Sensible = () => ({});
const because: Sensible = () => ({ reason: 'because' });
const letter: Sensible = ({ items, consultations }, pick) => ({
  party: `firm ${String(consultations.length)}`,
  itemIds: items.map(({ id }) => id),
  ...sent(pick),
});
const sent = (pick: Pick): Fields => (pick([true, true, false]) ? {} : { dispatchedOn: null });
const named = (key: string, one: { readonly id: string } | undefined): Fields | null => (one ? { [key]: one.id } : null);
const withId = (key: string, one: { readonly id: string } | undefined, more: Fields): Fields | null =>
  one ? { [key]: one.id, ...more } : null;

/** Another number for each try. */
const itemOfPost = (notices: readonly CaseNotice[]): string => `EA${String(notices.flatMap(({ attempts }) => attempts).length)}`;

const consulted = (file: CaseFile): CaseFile['consultations'] =>
  file.consultations.filter(({ round }) => round === file.round.number);

/** Service of a correction or fee notice begins a wait; once the reply is signed there is none to begin. */
function isWaitedFor({ kind, round }: CaseNotice, { value, file }: CaseNow): boolean {
  if ((kind !== 'correction' && kind !== 'fee') || round !== file.round.number) return kind !== 'reply';
  return typeof value !== 'string';
}

function regionOf(value: ChartValue, region: 'correction' | 'fee'): string {
  const regions = typeof value === 'string' ? undefined : value.open;
  const state = typeof regions === 'object' ? regions[region] : undefined;
  return typeof state === 'string' ? state : 'none';
}

const CHECKS = (LAW.checklists ?? []).flatMap(({ items }) => items.map(({ id }) => id));
const withheldFor = (ground: Ground): Fields => ({
  ...{ ground, article: LAW.grounds.grounds[ground].article },
  ...{ facts: 'the minutes', harm: 'their names', severability: 'all of it' },
});

const sensible: Readonly<Record<CommandType, Sensible>> = {
  confirmReceipt: nothing,
  logContactAttempt: () => ({ how: 'phone', result: 'nobody' }),
  register: nothing,
  accept: nothing,
  assign: () => ({ assignee: 'the-caseworker' }),
  claim: nothing,
  handBack: because,
  sendCorrectionNotice: (_file, pick) => ({ missing: 'which', ...(pick([true, false]) ? { period: 5 } : {}), ...sent(pick) }),
  receiveCorrection: nothing,
  closeAbandoned: (_file, _pick, { value }) => ({
    ...{ cause: regionOf(value, 'correction') === 'awaiting' ? 'correction' : 'fee' },
    unproven: 'lost',
  }),
  askUnit: () => ({ unit: 'the archive', person: 'another', task: 'look', workingDays: 3 }),
  recordUnitAnswer: ({ unitRequests }, pick) =>
    withId('requestId', pick(unitRequests.filter(({ answeredOn }) => answeredOn === null)), { answer: 'found' }),
  recordSearch: () => ({ where: 'archive', words: 'all of them', result: 'found' }),
  askThirdParty: letter,
  askJointProducer: letter,
  askOtherOrgan: letter,
  askSecrecyAuthority: letter,
  recordAnswer: (file, pick) =>
    withId('consultationId', pick(consulted(file).filter((c) => c.dispatchedOn !== null && c.answeredOn === null)), {
      answer: pick(['agree', 'refuse']),
      grounds: 'a secret',
    }),
  changePartyContact: ({ consultations }, pick) =>
    withId('consultationId', pick(consultations.filter((c) => c.elsewhereFrom === null)), { partyAddress: 'the street' }),
  takeBackLetter: (file, pick) =>
    withId('consultationId', pick(consulted(file).filter((c) => c.dispatchedOn === null && c.elsewhereFrom === null)), {
      reason: 'because',
    }),
  overrideThirdParty: (file, pick) =>
    withId(
      'consultationId',
      pick(consulted(file).filter((c) => c.kind === 'third_party' && c.answer === 'refuse' && c.setAside.length === 0)),
      {
        itemIds: file.items.map(({ id }) => id),
        publicInterest: 'safety',
      },
    ),
  proposeExtension: (_file, pick) => ({ workingDays: pick([5, 10, 20]), reason: 'many records' }),
  approveExtension: (_file, pick) => sent(pick),
  refuseExtension: because,
  dispatchNotice: ({ notices }, pick) =>
    withId('noticeId', pick(notices.filter((n) => (n.dispatchedOn === null || cameBack(n)) && n.kind !== 'reply')), {
      ...{ mode: 'ems', trackingNumber: itemOfPost(notices) },
    }),
  recordService: (file, pick, { value }) => {
    const letters = file.notices.filter((n) => isOnItsWay(n) && isWaitedFor(n, { file, value }));
    // One that came back waits for another dispatch first.
    const replies = value === 'dispatched' ? [{ id: 'reply' }] : [];
    return withId('noticeId', pick([...letters, ...replies]), { how: 'signed for' });
  },
  askReasons: (_file, pick) => ({ reason: 'too many', ...sent(pick) }),
  acceptReasons: () => ({ answer: 'for a study' }),
  rejectReasons: (_file, pick) => ({ reason: 'no', ...(pick([true, false]) ? { answer: 'because' } : {}) }),
  setDelay: (_file, pick, { today }) => ({
    until: LAW.calendar.rollForward(localDate(calendarDaysAfter(today, pick([0, 10, 40]) ?? 0))),
  }),
  sendFeeNotice: (_file, pick) => ({ basis: 'per_item', amount: pick([100, 200]), ...sent(pick) }),
  liftFee: because,
  recordPayment: ({ round }) => ({ amount: round.moves.feeNotices.at(-1)?.amount ?? 200 }),
  decideItem: ({ items, searches, round }, pick) => {
    const isOpen: Readonly<Partial<Record<string, boolean>>> = {
      still_unclear: false,
      not_existing: searches > 0,
      excessive_no_reason: round.moves.reasonsRejected === true,
    };
    const codes = ANSWER_CODES.filter((code) => isOpen[code] ?? true);
    const code = pick(['granted' as const, ...codes]);
    const withheld = code === 'refused' || code === 'partly_granted' ? withheldFor(pick(GROUNDS) ?? 'state_secret') : {};
    const earlier = code === 'repeated' ? { earlierNumber: 'No. 7', earlierDay: '2024-06-20' } : {};
    const ruled = code === 'special_rule' ? { article: 'REG 36(7)' } : {};
    const fields = {
      code,
      ...withheld,
      ...ruled,
      ...earlier,
      reasons: 'so it is',
      otherOrgan: 'Planning, 0571-0000',
      fileIds: ['hash'],
    };
    return withId('itemId', pick(items), fields);
  },
  submitReview: ({ items }, pick) => named('itemId', pick(items.filter(({ decision }) => decision !== null))),
  passReview: ({ items }, pick) => named('itemId', pick(items.filter(({ review }) => review?.status === 'pending'))),
  blockReview: ({ items }, pick) =>
    withId('itemId', pick(items.filter(({ review }) => review?.status === 'pending')), { reason: 'no' }),
  submitForApproval: () => ({ unchanged: 'it stays so' }),
  reviewLegally: (_file, pick) => ({ opinion: pick(['agrees', 'objects']), reason: 'the article' }),
  approve: nothing,
  sendBack: because,
  signReply: nothing,
  dispatch: ({ notices }, pick) => ({
    mode: pick(['ems', 'registered_mail', 'in_person', 'left_at_address', 'other_organ']),
    ...{ trackingNumber: itemOfPost(notices), signedBy: 'the applicant', throughOrgan: 'the village', witness: 'a neighbour' },
  }),
  recordReturn: ({ notices, round }, pick, { value, today }) => {
    // What was posted today does not come back today.
    const sentToday = ({ attempts }: CaseNotice): boolean => attempts.at(-1)?.on === today;
    if (notices.some((notice) => notice.id === round.reply.noticeId && sentToday(notice))) return null;
    const others = notices.filter((one) => one.kind !== 'reply' && isOnItsWay(one) && !sentToday(one)).map(({ id }) => id);
    const noticeId = pick([...(value === 'dispatched' ? ['reply'] : []), ...others]);
    const back = pick([{ untraceable: true, sought: 'asked the police' }, { untraceable: false }]);
    return noticeId === undefined ? null : { noticeId, reason: 'because', ...back, fileIds: ['envelope'] };
  },
  addProof: ({ notices }, pick) =>
    withId('noticeId', pick(notices.filter(({ attempts }) => attempts.length > 0)), { fileIds: ['scan'] }),
  addStamped: ({ notices }, pick) => withId('noticeId', pick(notices), { fileIds: ['stamped'] }),
  serveByPublicNotice: ({ notices }, pick, { value }) => {
    const others = notices.filter((notice) => notice.kind !== 'reply' && cameBack(notice)).map(({ id }) => id);
    const noticeId = pick([...(value === 'returned' ? ['reply'] : []), ...others]);
    return noticeId === undefined ? null : { noticeId };
  },
  withdraw: () => ({ how: 'letter' }),
  merge: () => ({ intoCaseId: 'another' }),
  split: ({ items }) => (items.length > 1 && items[0] ? { items: [items[0].id] } : null),
  withdrawItem: ({ items }, pick) => (items.length > 1 ? withId('itemId', pick(items), { how: 'letter' }) : null),
  linkCase: () => ({ caseId: 'another' }),
  changeAgent: () => ({ agent: '何律' }),
  voidCase: because,
  correctFact: () => ({ entryId: 'entry-1', fields: { wantedForm: 'paper' }, reason: 'misread' }),
  confirmFact: ({ toConfirm: [entry] }) => (entry ? { entryId: entry.entryId } : null),
  giveLateReason: because,
  recordComplaint: nothing,
  recordReconsiderationCopy: (_file, pick) => ({ track: pick(['summary', 'ordinary', undefined]) }),
  recordReconsiderationDecision: ({ remedies }, pick) =>
    remedies.some(({ kind, closedOn }) => kind === 'reconsideration' && closedOn === null)
      ? { result: 'annulled', actAnew: pick([true, false]) }
      : null,
  recordSuitCopy: nothing,
  recordJudgment: ({ remedies }, pick) =>
    remedies.some(({ kind, closedOn }) => kind === 'litigation' && closedOn === null)
      ? { result: 'annulled', actAnew: pick([true, false]), final: pick([true, false]) }
      : null,
  updateRemedy: ({ remedies }) =>
    remedies.some(({ kind, closedOn }) => kind !== 'complaint' && closedOn === null)
      ? { appearing: [{ as: 'head', name: 'the head' }] }
      : null,
  answerRemedy: nothing,
  suggestPublication: nothing,
  declinePublication: because,
  publish: nothing,
  reviewWithholding: ({ items }, pick) =>
    withId('itemId', pick(items), { result: pick(['withheld', 'partly', 'public']), reason: 'looked at again' }),
  markInapplicable: ({ inapplicable }, pick) => {
    const line = pick(INAPPLICABLE_LINES);
    if (line === undefined) return null;
    return inapplicable.some((mark) => mark.line === line) ? { line, takenBack: true } : { line, reason: 'it came without' };
  },
  file: () => ({ unproven: 'the slips lie in the paper folder' }),
  issueOrder: ({ filedOn }, pick) => ({
    orderKind: pick(filedOn === null ? ['explain', 'hurry', 'rectify'] : ['explain', 'rectify']),
    ...{ demand: 'how it stands', workingDays: 2 },
  }),
  answerOrder: ({ orders }, pick) =>
    withId('orderId', pick(orders.filter(({ closed, demands }) => closed === null && demands.at(-1)?.answer === null)), {
      answer: 'so it stands',
    }),
  repeatOrder: ({ orders }, pick) =>
    withId('orderId', pick(orders.filter(({ closed }) => closed === null)), { demand: 'and now', workingDays: 1 }),
  closeOrder: ({ orders }, pick) => named('orderId', pick(orders.filter(({ closed }) => closed === null))),
  tick: ({ ticks }, pick) => {
    const item = pick(CHECKS);
    return item === undefined ? null : { item, done: ticks.every((tick) => tick.item !== item) };
  },
  note: () => ({ text: 'noted' }),
};

/** The step with fields that fit the case; null where the case offers nothing to write about. */
export function sensibleStep(type: CommandType, { file, value }: CaseNow, die: number, today: string): StepInput | null {
  const fields = sensible[type](file, (of) => of[die % Math.max(1, of.length)], { today, value });
  return fields && { type, ...fields };
}

/** Where a step takes a day of its own, the name of the field. */
const DAY_FIELDS: Readonly<Partial<Record<CommandType, string>>> = {
  confirmReceipt: 'confirmedOn',
  recordAnswer: 'answeredOn',
  ...Object.fromEntries(
    COMMAND_TYPES.filter(
      (type) => /^(ask|send|approveE|setDelay|dispatch)/.test(type) && !['sendBack', 'askUnit'].includes(type),
    ).map((type) => [type, 'dispatchedOn']),
  ),
  ...Object.fromEntries(
    COMMAND_TYPES.filter((type) => /^(receive|recordS|recordP|recordR|recordC|recordJ|withdraw|serve|answerR)/.test(type)).map(
      (type) => [type, 'on'],
    ),
  ),
};

/** The same step told of another day, where it has one and does not leave it open. */
export function toldOf(step: StepInput, day: string): StepInput {
  const field = DAY_FIELDS[step.type];
  return field === undefined || step[field] === null ? step : { ...step, [field]: day };
}

import { COMMAND_TYPES, Command, ROLES, stepTexts, type CommandType, type Role } from '@gongkai/contracts';
import { mayTake } from '@gongkai/lifecycle';
import { everybody, idOf, Life, personOf } from '../support/life.js';
import { acceptedOn, correctionAsked, feeAsked, served, signed } from '../support/roads.js';

/** The table of the commands, as the office knows it: who may take which step. */
const TABLE: Readonly<Record<CommandType, readonly Role[]>> = {
  confirmReceipt: ['clerk', 'caseworker'],
  logContactAttempt: ['clerk', 'caseworker'],
  register: ['clerk'],
  accept: ['caseworker'],
  assign: ['supervisor', 'caseworker'],
  claim: ['caseworker'],
  handBack: ['caseworker'],
  sendCorrectionNotice: ['caseworker'],
  receiveCorrection: ['clerk', 'caseworker'],
  closeAbandoned: ['caseworker'],
  askUnit: ['caseworker'],
  recordUnitAnswer: ['caseworker'],
  recordSearch: ['caseworker'],
  askThirdParty: ['caseworker'],
  askJointProducer: ['caseworker'],
  askOtherOrgan: ['caseworker'],
  askSecrecyAuthority: ['caseworker'],
  recordAnswer: ['caseworker'],
  changePartyContact: ['caseworker', 'clerk'],
  takeBackLetter: ['caseworker'],
  overrideThirdParty: ['approver'],
  proposeExtension: ['caseworker'],
  approveExtension: ['approver'],
  refuseExtension: ['approver'],
  dispatchNotice: ['caseworker'],
  recordService: ['clerk', 'caseworker'],
  askReasons: ['caseworker'],
  acceptReasons: ['approver'],
  rejectReasons: ['approver'],
  setDelay: ['approver'],
  sendFeeNotice: ['approver'],
  liftFee: ['approver'],
  recordPayment: ['caseworker'],
  decideItem: ['caseworker'],
  submitReview: ['caseworker'],
  passReview: ['reviewer'],
  blockReview: ['reviewer'],
  submitForApproval: ['caseworker'],
  reviewLegally: ['legal'],
  approve: ['approver'],
  sendBack: ['approver'],
  signReply: ['approver'],
  dispatch: ['caseworker'],
  recordReturn: ['caseworker'],
  serveByPublicNotice: ['caseworker'],
  addProof: ['caseworker', 'clerk'],
  addStamped: ['caseworker', 'clerk'],
  withdraw: ['caseworker'],
  withdrawItem: ['caseworker'],
  merge: ['caseworker'],
  split: ['caseworker'],
  linkCase: ['caseworker'],
  changeAgent: ['clerk', 'caseworker'],
  voidCase: ['approver'],
  correctFact: ['caseworker'],
  confirmFact: ['approver', 'caseworker', 'clerk'],
  giveLateReason: ['clerk', 'caseworker'],
  recordComplaint: ['caseworker'],
  recordReconsiderationCopy: ['caseworker'],
  recordReconsiderationDecision: ['caseworker'],
  recordSuitCopy: ['caseworker'],
  recordJudgment: ['caseworker'],
  updateRemedy: ['caseworker'],
  answerRemedy: ['caseworker'],
  suggestPublication: ['caseworker', 'clerk'],
  declinePublication: ['caseworker'],
  publish: ['approver'],
  reviewWithholding: ['caseworker'],
  markInapplicable: ['archivist', 'caseworker'],
  file: ['archivist'],
  issueOrder: ['supervisor'],
  answerOrder: ['caseworker'],
  repeatOrder: ['supervisor'],
  closeOrder: ['supervisor'],
  tick: ['clerk', 'caseworker', 'reviewer', 'legal', 'approver', 'archivist'],
  note: ['clerk', 'caseworker', 'reviewer', 'legal', 'approver', 'supervisor', 'archivist', 'admin'],
};
const HEAD_ONLY: ReadonlySet<CommandType> = new Set(['approveExtension', 'refuseExtension']);

describe('who may take which step', () => {
  test('the table names every command, and no other', () => {
    expect([...COMMAND_TYPES].sort()).toEqual(Object.keys(TABLE).sort());
    expect(Object.keys(stepTexts).sort()).toEqual(Object.keys(TABLE).sort());
  });

  test.each(ROLES)('%s', (role) => {
    const own = COMMAND_TYPES.filter((type) => TABLE[type].includes(role));
    expect(COMMAND_TYPES.filter((type) => mayTake({ ...personOf(role), ogiHead: true }, type))).toEqual(own);
    const byPost = COMMAND_TYPES.filter((type) => mayTake({ ...personOf(role), ogiHead: false }, type));
    expect(byPost).toEqual(own.filter((type) => !HEAD_ONLY.has(type)));
  });

  test('the auditor takes none; a person with two roles takes those of both', () => {
    expect(COMMAND_TYPES.filter((type) => mayTake(personOf('auditor'), type))).toEqual([]);
    const both = { ...everybody, roles: ['reviewer', 'archivist'] as const, ogiHead: false };
    expect(COMMAND_TYPES.filter((type) => mayTake(both, type))).toEqual([
      'passReview',
      'blockReview',
      'markInapplicable',
      'file',
      'note',
      'tick',
    ]);
  });

  test('every command takes a note and refuses a field it does not know', () => {
    const takes = (step: unknown): boolean => Command.safeParse(step).success;
    expect([takes({ type: 'accept', note: 'by phone' }), takes({ type: 'accept', by: 'phone' })]).toEqual([true, false]);
    const noted = acceptedOn('2025-03-03').take({ type: 'claim', note: 'I know the matter' });
    expect(noted.fact).toEqual({ type: 'CLAIMED', assignee: 'the-caseworker', note: 'I know the matter' });
  });
});

const awaitingCorrection = (): Life => {
  const life = acceptedOn('2025-03-03');
  correctionAsked(life, '2025-03-04', '2025-03-05');
  return life;
};
const awaitingPayment = (): Life => {
  const life = acceptedOn('2025-03-03');
  feeAsked(life, '2025-03-04', '2025-03-05');
  return life;
};
const approving = (): Life => {
  const life = acceptedOn('2025-03-03');
  life.take({ type: 'decideItem', itemId: 'item-1', code: 'already_public', otherOrgan: '门户网站' });
  life.take({ type: 'submitForApproval' });
  return life;
};
const dispatched = (): Life => {
  const life = signed(acceptedOn('2025-03-03'), '2025-03-10');
  life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001265CN' });
  return life;
};
const returned = (): Life => {
  const life = dispatched();
  life
    .on('2025-03-11')
    .take({ type: 'recordReturn', reason: 'moved', untraceable: true, sought: 'asked the police', fileIds: ['envelope'] });
  return life;
};
const closed = (): Life => served(signed(acceptedOn('2025-03-03'), '2025-03-10'), '2025-03-10', '2025-03-12');
const filed = (): Life => {
  const life = closed();
  life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
  return life;
};

/** A case in every state, and what may be done there by somebody who may do everything. */
const CASES: readonly (readonly [string, () => Life, readonly CommandType[]])[] = [
  [
    'unconfirmed',
    () => new Life({ channel: 'fax', submittedOn: '2025-03-03' }),
    ['confirmReceipt', 'logContactAttempt', 'withdraw'],
  ],
  [
    'received',
    () => new Life({ channel: 'in_person', submittedOn: '2025-03-03' }),
    ['register', 'accept', 'sendCorrectionNotice'],
  ],
  ['accepted', () => acceptedOn('2025-03-03'), ['decideItem', 'askThirdParty', 'proposeExtension', 'sendFeeNotice', 'merge']],
  ['awaiting_correction', awaitingCorrection, ['receiveCorrection', 'decideItem', 'withdraw']],
  ['awaiting_payment', awaitingPayment, ['recordPayment', 'sendFeeNotice', 'liftFee', 'decideItem']],
  ['approving', approving, ['approve', 'sendBack', 'withdraw']],
  ['signed', () => signed(acceptedOn('2025-03-03'), '2025-03-10'), ['dispatch', 'withdraw', 'voidCase', 'assign', 'claim']],
  ['dispatched', dispatched, ['recordService', 'recordReturn', 'recordComplaint', 'assign']],
  ['returned', returned, ['dispatch', 'serveByPublicNotice', 'assign', 'claim']],
  ['closed', closed, ['file', 'recordReconsiderationCopy', 'recordSuitCopy']],
  ['filed', filed, ['recordComplaint', 'linkCase', 'note']],
];

describe.each(CASES)('of a case that is %s', (state, open, expected) => {
  const life = open();

  test('the steps in question are permitted', () => {
    expect(life.standing.state).toBe(state);
    expect(life.steps().permitted.map(({ type }) => type)).toEqual(expect.arrayContaining([...expected]));
  });

  test.each([everybody, ...ROLES.map(personOf)])('every step has one answer for $id', (person) => {
    const { permitted, refused } = life.steps(person);
    const answers = [...permitted, ...refused].map(({ type }) => type);
    expect([...answers].sort()).toEqual([...COMMAND_TYPES].sort());
    expect(refused.filter(({ code, reason }) => code === '' || reason === '')).toEqual([]);
  });

  test('each refusal is a whole sentence in both languages, with the same code and article', () => {
    const [zh, en] = [life.steps(everybody, 'zh-CN').refused, life.steps(everybody, 'en').refused];
    const unworded = ({ reason: _, ...answer }: (typeof zh)[number]): object => answer;
    expect(zh.map(unworded)).toEqual(en.map(unworded));
    expect(zh.filter(({ reason }) => !/\p{Script=Han}/u.test(reason) || /[{}]/.test(reason))).toEqual([]);
    expect(en.filter(({ reason }) => /\p{Script=Han}|[{}]|undefined|null/u.test(reason))).toEqual([]);
  });
});

describe('what today already decides is told before it is tried', () => {
  test('with the same code and article', () => {
    const life = approving();
    const drafter = { ...everybody, id: 'the-caseworker' };
    const told = { type: 'approve', code: 'self-approval', article: 'REG 17' };
    expect(life.steps(drafter).refused).toContainEqual(expect.objectContaining(told));
    expect(life.refusal({ type: 'approve' }, drafter)).toEqual({ code: told.code, article: told.article });
  });

  test.each([
    ['correction', awaitingCorrection, 'REG 30', '2025-03-26'],
    ['fee', awaitingPayment, 'REG 42', '2025-04-02'],
  ] as const)('the grace of a case abandoned for its %s', (cause, open, article, due) => {
    const life = open().on(due);
    expect(life.steps().refused).toContainEqual(
      expect.objectContaining({ type: 'closeAbandoned', code: 'period-not-over', article }),
    );
    expect(life.refusal({ type: 'closeAbandoned', cause, unproven: 'lost' })).toEqual({ code: 'period-not-over', article });
  });
});

test('who may do it is asked first, then the chart, then the thing that is named, then the law', () => {
  const life = acceptedOn('2025-03-03').on('2025-03-28');
  const noticeId = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which', dispatchedOn: '2025-03-04' }));
  const fromClerk = personOf('clerk');
  expect(life.refusal({ type: 'sendCorrectionNotice', missing: 'which' }, fromClerk).code).toBe('role-missing');
  expect(life.refusal({ type: 'sendCorrectionNotice', missing: 'which', dispatchedOn: '2025-12-01' }).code).toBe(
    'second-correction',
  );
  expect(life.refusal({ type: 'recordService', noticeId: 'no-such', how: 'signed for' }).code).toBe('invalid-request');
  expect(life.refusal({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001276CN' }).code).toBe(
    'step-not-permitted',
  );
  life.on('2025-04-01');
  expect(life.refusal({ type: 'sendFeeNotice', basis: 'per_item', amount: 1, dispatchedOn: '2025-04-02' }).code).toBe(
    'invalid-request',
  );
  expect(life.refusal({ type: 'sendFeeNotice', basis: 'per_item', amount: 1 }).code).toBe('fee-notice-late');
});

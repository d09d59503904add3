import { localDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';
import { isCountedByFee } from './fee-warning.js';
import { fieldsOf } from './step-model.js';
import { commandOf, type StepValues } from './step-values.js';
import { startValues, stepFields, visibleFields, withConsequences } from './step-forms.js';

type Item = CaseView['items'][number];
type Letter = CaseView['consultations'][number];
type Review = NonNullable<Item['review']>;

const item = (id: string, status: Review['status'] | null): Item => ({
  id,
  description: id,
  decision: null,
  fileIds: [],
  review: status === null ? null : { status, fileIds: [], submittedBy: 'w' },
  remedy: null,
  reportRow: null,
});

const CASE = {
  permitted: [],
  items: [],
  consultations: [],
  remedies: [],
  delivery: 'post',
  state: 'accepted',
  attribute: { standing: 'on_application', proposed: null, opined: null, fixed: null },
  applicant: { id: 'a', kind: 'natural_person', category: 'natural_person', name: '江晓月' },
} as const satisfies Parameters<typeof startValues>[1];
const { attribute } = CASE;
const SIGHT = {
  values: {},
  grounds: undefined,
  toConfirm: [],
  items: [],
  consultations: [],
  notices: [],
  inapplicable: [],
  attribute,
  asSentBack: false,
  delivery: 'post' as const,
  principals: [],
  keepsAllPapers: false,
};

/** What the form proposes where both items can be submitted to review. */
function proposed(...items: readonly Item[]): unknown {
  const subjects = items.map(({ id }) => ({ field: 'itemId', id }));
  const permitted: CaseView['permitted'] = [{ type: 'submitReview', subjects } as CaseView['permitted'][number]];
  return startValues('submitReview', { ...CASE, permitted, items: [...items] });
}

test('an item that is with the reviewer is not proposed again while another waits', () => {
  const [first, second] = ['1', '2'].map((id) => ({ itemId: { field: 'itemId', id }, attribute: 'on_application', fileIds: [] }));
  expect(proposed(item('1', null), item('2', null))).toEqual(first);
  expect(proposed(item('1', 'pending'), item('2', null))).toEqual(second);
  expect(proposed(item('1', 'blocked'), item('2', 'pending'))).toEqual(first);
  expect(proposed(item('1', 'pending'), item('2', 'pending'))).toEqual(first);
});

test('an item that is decided anew begins with what was decided', () => {
  const decidedOn = localDate('2026-03-02');
  const decision = { code: 'refused', ground: 'process_information', reasons: '尚在讨论', decidedOn, decidedBy: 'w' } as const;
  const items = [item('1', null), { ...item('2', null), decision }];
  const chosen = (id: string): unknown =>
    withConsequences('decideItem', 'itemId', {
      values: { itemId: { field: 'itemId', id } },
      grounds: undefined,
      items,
      consultations: [],
      remedies: [],
    });
  expect(chosen('2')).toMatchObject({ code: 'refused', ground: 'process_information', reasons: '尚在讨论' });
  expect(chosen('1')).toEqual({ itemId: { field: 'itemId', id: '1' } });
});

test('a form asks in whose place it is done only among several; the one who is left is filled in', () => {
  const among = (...inPlaceOf: readonly string[]) => ({ permitted: [{ type: 'sendBack', inPlaceOf: [...inPlaceOf] }] });
  expect(startValues('sendBack', { ...CASE, ...among('head') })).toEqual({ inPlaceOf: 'head' });
  expect(startValues('sendBack', { ...CASE, ...among('head', 'leader') })).toEqual({});
  const shown = (...principals: readonly string[]) =>
    visibleFields('sendBack', stepFields('sendBack'), { ...SIGHT, principals }).filter(({ kind }) => kind === 'principal');
  expect(shown('head', 'leader')).toMatchObject([{ name: 'inPlaceOf', required: true }]);
  expect(shown()).toEqual([]);
});

test('an application is given up for the fee where the fee is what was waited for', () => {
  const causeIn = (state: CaseView['state']): unknown => startValues('closeAbandoned', { ...CASE, state }).cause;
  expect([causeIn('awaiting_payment'), causeIn('awaiting_correction')]).toEqual(['fee', 'correction']);
});

test('what a first instance says is final only where that is said: an empty box says no', () => {
  type Suit = Parameters<typeof startValues>[1]['remedies'][number];
  const finalOf = (suit: Partial<Suit>): unknown =>
    startValues('recordJudgment', {
      ...CASE,
      permitted: [{ type: 'recordJudgment', subjects: [{ field: 'remedyId', id: 's' }] }],
      remedies: [{ id: 's', ...suit } as Suit],
    }).final;
  expect(finalOf({})).toBe(false);
  expect(finalOf({ appealed: { on: localDate('2026-06-20'), by: 'organ' } })).toBe(true);
  const fields = fieldsOf('recordJudgment');
  const said = { result: 'annulled', final: false, actAnew: true };
  expect(commandOf('recordJudgment', fields, said, localDate('2026-06-15'))).toMatchObject({ final: false });
});

test('which of several items a letter is about is asked, and of a refusal which of its items are given out', () => {
  const asked = (type: 'askThirdParty' | 'overrideThirdParty', items: readonly Item[]) =>
    visibleFields(type, stepFields(type), {
      ...SIGHT,
      items: [...items],
      consultations: [{ id: 'c', itemIds: ['1', '2', '3'], setAside: ['3'] } as Partial<Letter> as Letter],
      values: { consultationId: { field: 'consultationId', id: 'c' } },
    }).find(({ name }) => name === 'itemIds');
  const four = ['1', '2', '3', '4'].map((id) => item(id, null));
  expect(asked('askThirdParty', four)).toMatchObject({ required: true, options: ['1', '2', '3', '4'] });
  expect(asked('askThirdParty', four.slice(0, 1))).toBeUndefined();
  expect(asked('overrideThirdParty', four)).toMatchObject({ required: true, options: ['1', '2'] });
  expect(asked('overrideThirdParty', four.slice(1))).toBeUndefined();
});

test('a refusal, whole or in part, is recorded with its reasons; a consent has none (REG 32)', () => {
  const reasonsFor = (answer: string) =>
    visibleFields('recordAnswer', stepFields('recordAnswer'), { ...SIGHT, values: { answer } }).find(
      ({ name }) => name === 'grounds',
    );
  expect(['refuse', 'agree_in_part'].map((answer) => reasonsFor(answer)?.required)).toEqual([true, true]);
  expect(reasonsFor('agree')).toBeUndefined();
});

test('a letter that has the number of a mail needs an address; the form that changes it begins with what is known', () => {
  const asked = (values: Readonly<Record<string, string>>) =>
    visibleFields('askThirdParty', stepFields('askThirdParty'), { ...SIGHT, values }).find(({ name }) => name === 'partyAddress');
  expect(asked({})).toMatchObject({ required: false });
  expect(asked({ trackingNumber: ' ' })).toMatchObject({ required: false });
  expect(asked({ trackingNumber: 'XA1' })).toMatchObject({ required: true });
  const letters = [{ id: 'c', contact: { address: '工业路9号' } }, { id: 'd' }] as Partial<Letter>[] as Letter[];
  const subjects = letters.map(({ id }) => ({ field: 'consultationId', id }) as const);
  const permitted = [{ type: 'changePartyContact', subjects }];
  const start = startValues('changePartyContact', { ...CASE, permitted, consultations: letters });
  expect(start).toEqual({ consultationId: subjects[0], partyAddress: '工业路9号' });
  const values = { ...start, consultationId: subjects[1] };
  const next = withConsequences('changePartyContact', 'consultationId', {
    ...{ values, grounds: undefined, items: [], consultations: letters, remedies: [] },
  });
  expect(next).toEqual({ consultationId: subjects[1] });
});

test('another electronic way than the applicant chose asks for the address and the consent', () => {
  const asked = (mode: string, delivery: 'post' | 'email' | 'fax') =>
    visibleFields('dispatch', stepFields('dispatch'), { ...SIGHT, delivery, values: { mode } }).find(
      ({ name }) => name === 'agreedTo',
    );
  expect(asked('email', 'fax')).toMatchObject({ required: true });
  expect(asked('email', 'email')).toBeUndefined();
  expect(asked('ems', 'fax')).toBeUndefined();
  expect(startValues('dispatch', { ...CASE, delivery: 'fax' })).toEqual({ mode: 'fax' });
});

test('why a paper does not apply is asked for, and what was said of it can be taken back', () => {
  const names = (values: StepValues) =>
    visibleFields('markInapplicable', stepFields('markInapplicable'), {
      ...{ ...SIGHT, values },
      inapplicable: [{ line: 'envelope', reason: 'none', by: 'a', on: localDate('2026-03-02') }],
    }).map(({ name, required }) => (required ? `*${name}` : name));
  expect(names({ line: 'identity' })).toEqual(['*line', '*reason', 'note']);
  expect(names({ line: 'envelope', takenBack: true })).toEqual(['*line', 'reason', 'takenBack', 'note']);
});

test('what proves a way is asked for as it leaves; why a case is filed without a proof, where one is lacking (G235; REG 45)', () => {
  const asked = (type: 'dispatch' | 'file' | 'closeAbandoned', values: StepValues, notices = SIGHT.notices) =>
    visibleFields(type, stepFields(type), { ...SIGHT, notices, values }).flatMap(({ name, required }) => (required ? name : []));
  expect(asked('dispatch', { mode: 'ems' })).toEqual(['mode', 'trackingNumber']);
  expect(asked('dispatch', { mode: 'in_person' })).toEqual(['mode', 'signedBy']);
  expect(asked('dispatch', { mode: 'in_person', fileIds: ['slip'] })).toEqual(['mode']);
  expect(asked('dispatch', { mode: 'other_organ' })).toEqual(['mode', 'throughOrgan']);
  expect(asked('dispatch', { mode: 'email' })).toEqual(['mode', 'agreedTo', 'agreedOn']);
  const lacking = (lacks: readonly string[]) => [{ kind: 'reply', attempts: [], lacks }] as unknown as typeof SIGHT.notices;
  expect(asked('file', {}, lacking(['paper']))).toEqual(['unproven']);
  expect(asked('file', {}, lacking([]))).toEqual([]);
  const told = (lacks: readonly string[]) =>
    [{ kind: 'correction', servedOn: '2026-03-02', lacks }] as unknown as typeof SIGHT.notices;
  expect(asked('closeAbandoned', { cause: 'correction' }, told(['paper']))).toEqual(['cause', 'unproven']);
  expect(asked('closeAbandoned', { cause: 'correction' }, told([]))).toEqual(['cause']);
  expect(asked('closeAbandoned', { cause: 'fee' }, told(['paper']))).toEqual(['cause']);
});

test('who cannot be found was looked for; another address is asked for once the first has failed (CPL 95)', () => {
  const names = (
    type: 'recordReturn' | 'dispatch',
    sight: Partial<Omit<typeof SIGHT, 'values'>> & { readonly values: StepValues },
  ) => visibleFields(type, stepFields(type), { ...SIGHT, ...sight }).map(({ name, required }) => (required ? `*${name}` : name));
  expect(names('recordReturn', { values: { untraceable: true } })).toContain('*sought');
  expect(names('recordReturn', { values: {} })).not.toContain('sought');
  const reply = (cameBackOn: string | null) => [{ kind: 'reply', attempts: [{ cameBackOn }] }] as unknown as typeof SIGHT.notices;
  expect(names('dispatch', { values: { mode: 'ems' }, notices: reply('2026-03-18') })).toContain('otherAddress');
  expect(names('dispatch', { values: { mode: 'ems' }, notices: reply(null) })).not.toContain('otherAddress');
});

test('why no copy of a letter is kept is asked where one has none', () => {
  const names = (keepsAllPapers: boolean) =>
    visibleFields('file', stepFields('file'), { ...SIGHT, keepsAllPapers }).map(({ name }) => name);
  expect(names(false)).toContain('unkept');
  expect(names(true)).not.toContain('unkept');
});

test('a letter that leaves with its step may tell how; one that does not leave yet, nothing of it', () => {
  const names = (type: 'sendCorrectionNotice' | 'askThirdParty', values: StepValues) =>
    visibleFields(type, stepFields(type), { ...SIGHT, values })
      .filter(({ name }) => /^(mode|tracking|signed|agreed|address)/.test(name))
      .map(({ name, required }) => (required ? `*${name}` : name));
  expect(names('sendCorrectionNotice', {})).toEqual(['mode']);
  expect(names('sendCorrectionNotice', { mode: 'ems' })).toEqual(['mode', '*trackingNumber']);
  expect(names('sendCorrectionNotice', { mode: 'in_person', fileIds: ['letter'] })).toEqual(['mode', '*signedBy']);
  expect(names('sendCorrectionNotice', { mode: 'email', agreedTo: 'a@b.cn' })).toEqual([
    ...['mode', '*agreedTo', '*agreedOn', 'addressFrom'],
  ]);
  expect(names('sendCorrectionNotice', { mode: 'ems', dispatchedOn: 'unsent' })).toEqual([]);
  // The consent is the applicant's (CPL 90).
  expect(names('askThirdParty', { mode: 'email' })).toEqual(['mode', 'agreedTo', 'agreedOn']);
});

test('whether it was mailed elsewhere, or to which other address, is asked where the program mails it', () => {
  const names = (type: 'dispatch' | 'askThirdParty', mailsLetters: boolean) =>
    visibleFields(type, stepFields(type), { ...SIGHT, delivery: 'email', mailsLetters, values: { mode: 'email' } })
      .filter(({ name }) => /^(agreed|sentElsewhere)/.test(name))
      .map(({ name, required }) => (required ? `*${name}` : name));
  expect(names('dispatch', false)).toEqual([]);
  expect(names('dispatch', true)).toEqual(['agreedTo', 'agreedOn', 'sentElsewhere']);
  expect(names('askThirdParty', true)).toEqual(['agreedTo', 'agreedOn']);
});

test('a draft that is as it was sent back is submitted with a word of why; not where another attribute is proposed', () => {
  const asked = (asSentBack: boolean, values: StepValues = {}) =>
    visibleFields('submitForApproval', stepFields('submitForApproval'), { ...SIGHT, asSentBack, values }).find(
      ({ name }) => name === 'unchanged',
    );
  expect(asked(true)).toMatchObject({ required: true });
  expect(asked(true, { attribute: 'on_application' })).toMatchObject({ required: true });
  expect([asked(false), asked(true, { attribute: 'public' })]).toEqual([undefined, undefined]);
});

test('whoever withdraws an item learns that a fee notice counts it, while that is unpaid and of this round', () => {
  const fee = { kind: 'fee', round: 2, servedOn: null } as const;
  const charged = { round: 2, clock: 'running', notices: [fee] };
  const served = { ...fee, servedOn: localDate('2026-03-06') };
  expect(isCountedByFee('withdrawItem', charged)).toBe(true);
  expect(isCountedByFee('withdrawItem', { ...charged, clock: 'awaiting_payment', notices: [served] })).toBe(true);
  expect(isCountedByFee('withdrawItem', { ...charged, notices: [served] })).toBe(false);
  expect(isCountedByFee('withdrawItem', { ...charged, round: 3 })).toBe(false);
  expect(isCountedByFee('split', charged)).toBe(false);
});

test('that a letter is here although its mail did not go out is asked of such a letter alone', () => {
  const names = (unmailed: readonly string[]) =>
    visibleFields('recordService', stepFields('recordService'), {
      ...SIGHT,
      values: { noticeId: { field: 'noticeId', id: 'n-1' } },
      unmailed,
    }).map(({ name }) => name);
  expect(names(['n-1'])).toContain('mailFailed');
  expect(names(['reply'])).not.toContain('mailFailed');
});

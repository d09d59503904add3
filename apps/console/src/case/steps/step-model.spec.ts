import { COMMAND_TYPES } from '@gongkai/contracts';
import { localDate } from '@gongkai/calendar';
import { stepFields } from './step-forms.js';
import { fieldsOf, type StepField } from './step-model.js';
import { commandOf, missingIn, UNSENT, unreadIn, type Verdict } from './step-values.js';

const said = ({ name, kind, required }: StepField): string => `${required ? '*' : ''}${name} ${kind}`;
const today = localDate('2026-05-08');

describe('the form of a step is made of its schema', () => {
  test.each([
    ['proposeExtension', ['*workingDays whole', '*reason text', 'on day', 'fileIds files', 'note text']],
    [
      'askThirdParty',
      [
        ...['*party line', 'partyAddress line', 'partyPhone line', 'itemIds items'],
        ...['dispatchedOn day', 'mode choice', 'trackingNumber line', 'carrier line'],
        ...['signedBy line', 'throughOrgan line', 'witness line', 'agreedTo line', 'agreedOn day', 'addressFrom line'],
        ...['particulars text', 'fileIds files', 'note text'],
      ],
    ],
    [
      'decideItem',
      [
        '*itemId subject',
        '*code choice',
        'ground choice',
        'article line',
        'facts text',
        'recordIds records',
        'reasons text',
        'harm text',
        'severability text',
        'unasked text',
        'unlikeFound text',
        'otherOrgan text',
        'earlierCaseId case',
        'earlierNumber line',
        'earlierDay day',
        'on day',
        'fileIds files',
        'note text',
      ],
    ],
    [
      'recordService',
      ['*noticeId subject', 'on day', '*how line', 'turnedUp yes-no', 'mailFailed yes-no', 'fileIds files', 'note text'],
    ],
    ['assign', ['*assignee person', 'fileIds files', 'note text']],
    ['split', ['*items items', 'consultations letters', 'inPart yes-no', 'fileIds files', 'note text']],
    ['accept', ['on day', 'fileIds files', 'note text']],
    ['confirmFact', ['*entryId subject', '*reject verdict', 'inPlaceOf principal', 'fileIds files', 'note text']],
    ['correctFact', ['*fields correction', '*reason text', 'fileIds files', 'note text']],
  ] as const)('%s', (type, fields) => {
    expect(fieldsOf(type).map(said)).toEqual(fields);
  });

  test('a confirmation is asked with whom and how it was had', () => {
    expect(stepFields('confirmReceipt').map(said)).toEqual(expect.arrayContaining(['*confirmedBy line', '*confirmedHow line']));
  });

  test('papers are asked for where a step is about one', () => {
    const asksForFiles = (type: Parameters<typeof stepFields>[0]) => stepFields(type).some(({ kind }) => kind === 'files');
    expect((['recordService', 'note', 'decideItem', 'accept', 'approve'] as const).map(asksForFiles)).toEqual([
      ...[true, true, true],
      ...[false, false],
    ]);
    expect(stepFields('note').map(said)).toEqual(['*text noting', 'cameIn yes-no', 'fileIds files']);
  });

  test('every step has one', () => {
    for (const type of COMMAND_TYPES) expect(fieldsOf(type).length).toBeGreaterThan(0);
    expect(fieldsOf('askThirdParty').find(({ name }) => name === 'dispatchedOn')).toMatchObject({ mayBeUnsent: true });
  });
});

describe('what is filled in becomes a command', () => {
  const fields = fieldsOf('askThirdParty');

  test('days as an officer types them; what is left empty is left out', () => {
    expect(commandOf('askThirdParty', fields, { party: '洁源公司', dispatchedOn: '5-6', trackingNumber: ' ' }, today)).toEqual({
      type: 'askThirdParty',
      party: '洁源公司',
      dispatchedOn: '2026-05-06',
    });
  });

  test('a letter may be made and not sent yet', () => {
    expect(commandOf('askThirdParty', fields, { party: 'A', dispatchedOn: UNSENT }, today)).toMatchObject({ dispatchedOn: null });
  });

  test('an entry is confirmed or put back; to put it back needs a reason', () => {
    const verdict = fieldsOf('confirmFact');
    const entryId = { field: 'entryId', id: 'e-1' };
    const commandFor = (reject: Verdict) => commandOf('confirmFact', verdict, { entryId, reject }, today);
    expect(commandFor({ isRight: true })).toEqual({ type: 'confirmFact', entryId: 'e-1' });
    expect(commandFor({ isRight: false, reason: '与回执不符' })).toMatchObject({ entryId: 'e-1', reject: '与回执不符' });
    expect(missingIn(verdict, { entryId, reject: { isRight: false, reason: ' ' } }).map(({ name }) => name)).toEqual(['reject']);
    expect(missingIn(verdict, { entryId }).map(({ name }) => name)).toEqual(['reject']);
  });

  test('the days of a correction are read as they were typed, those of a receipt too', () => {
    const correction = fieldsOf('correctFact');
    const said = (fields: object) => ({ fields: { entryId: 'e-1', fields }, reason: '回执上是4月6日' });
    const typed = said({ receipt: { channel: 'ems', signedOn: '4-6' }, on: '0407' });
    expect(commandOf('correctFact', correction, typed, today)).toEqual({
      type: 'correctFact',
      entryId: 'e-1',
      fields: { receipt: { channel: 'ems', signedOn: '2026-04-06' }, on: '2026-04-07' },
      reason: '回执上是4月6日',
    });
    expect(unreadIn(correction, typed, today)).toEqual([]);
    expect(unreadIn(correction, said({ on: '4-' }), today).map(({ name }) => name)).toEqual(['fields']);
  });

  test('numbers as an officer types them; what is none is never left out as if the field were empty', () => {
    const proposal = fieldsOf('proposeExtension');
    const typed = (workingDays: string) => ({ workingDays, reason: '须调档' });
    expect(commandOf('proposeExtension', proposal, typed('１０ '), today)).toMatchObject({ workingDays: 10 });
    expect(commandOf('proposeExtension', proposal, typed('abc'), today)).toMatchObject({ workingDays: 'abc' });
    expect(unreadIn(proposal, typed('abc'), today).map(({ name }) => name)).toEqual(['workingDays']);
    expect([typed('10'), typed('-3'), typed('')].flatMap((values) => unreadIn(proposal, values, today))).toEqual([]);
  });

  test('a file that was refused holds the step up until it is gone', () => {
    const service = fieldsOf('recordService');
    const refused = { refused: '回执.pdf', why: '文件内容与扩展名不符' };
    expect(unreadIn(service, { fileIds: ['f-1', refused] }, today).map(({ name }) => name)).toEqual(['fileIds']);
    expect(unreadIn(service, { fileIds: ['f-1'] }, today)).toEqual([]);
    expect(commandOf('recordService', service, { fileIds: ['f-1', refused] }, today)).toMatchObject({ fileIds: ['f-1'] });
  });

  test('the subject is named by the field it waits in', () => {
    const service = fieldsOf('recordService');
    const values = { noticeId: { field: 'consultationId', id: 'c-1' }, how: '本人签收' };
    expect(commandOf('recordService', service, values, today)).toEqual({
      type: 'recordService',
      consultationId: 'c-1',
      how: '本人签收',
    });
    expect(missingIn(service, values)).toEqual([]);
    expect(missingIn(service, {}).map(({ name }) => name)).toEqual(['noticeId', 'how']);
  });
});

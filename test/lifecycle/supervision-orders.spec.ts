import { personOf } from '../support/life.js';
import { acceptedOn, GRANTED, signed } from '../support/roads.js';

const ORDER = { type: 'issueOrder', orderKind: 'explain', demand: 'why it has not moved', workingDays: 2 } as const;

test('an order is watched until it is answered, moves no date of the law, and stands in the case with every demand', () => {
  const life = acceptedOn('2025-06-03');
  const due = life.ledger.finalDue;
  life.take(ORDER);
  const orderId = life.now.file.orders[0]?.id;
  const watched = () => life.watched.flatMap((one) => (one.deadline === 'orderDue' ? [[one.about, one.due]] : []));
  expect(watched()).toEqual([[orderId, '2025-06-05']]);
  expect(life.ledger.finalDue).toBe(due);
  life.on('2025-06-04').take({ type: 'answerOrder', orderId, answer: 'the archive is slow' });
  expect(watched()).toEqual([]);
  expect(life.refusal({ type: 'answerOrder', orderId, answer: 'again' })).toEqual({
    code: 'step-not-permitted',
    reason: 'no-order-to-answer',
  });
  life.on('2025-06-05').take({ type: 'repeatOrder', orderId, demand: 'by when it will be there', workingDays: 1 });
  expect(watched()).toEqual([[orderId, '2025-06-06']]);
  life.on('2025-06-06').take({ type: 'answerOrder', orderId, answer: 'on Monday' });
  life.on('2025-06-09').take({ type: 'closeOrder', orderId, remark: 'it came' });
  const [first, second] = ['2025-06-03', '2025-06-05'];
  expect(life.now.file.orders).toEqual([
    {
      ...{ id: orderId, kind: 'explain', person: null },
      demands: [
        {
          ...{ text: ORDER.demand, by: 'the-supervisor', on: first, workingDays: 2 },
          answer: { text: 'the archive is slow', by: 'the-caseworker', on: '2025-06-04' },
        },
        {
          ...{ text: 'by when it will be there', by: 'the-supervisor', on: second, workingDays: 1 },
          answer: { text: 'on Monday', by: 'the-caseworker', on: '2025-06-06' },
        },
      ],
      closed: { by: 'the-supervisor', on: '2025-06-09', remark: 'it came' },
    },
  ]);
  expect(life.replayed()).toEqual(life.now);
});

test('a closed order is neither answered again, demanded again nor closed; another one is named by its id', () => {
  const life = acceptedOn('2025-06-03');
  life.take(ORDER);
  life.take({ ...ORDER, orderKind: 'hurry', person: 'the-caseworker' });
  const [first, second] = life.now.file.orders;
  life.take({ type: 'answerOrder', orderId: first?.id, answer: 'so it stands' });
  life.take({ type: 'closeOrder', orderId: first?.id });
  for (const type of ['answerOrder', 'repeatOrder', 'closeOrder'] as const) {
    const said = { answerOrder: { answer: 'x' }, repeatOrder: { demand: 'x', workingDays: 1 }, closeOrder: {} }[type];
    expect(life.refusal({ type, orderId: first?.id, ...said })).toEqual({
      code: 'invalid-request',
      fields: ['orderId unknown-order'],
    });
  }
  const answer = life.steps(personOf('caseworker')).permitted.find(({ type }) => type === 'answerOrder');
  expect(answer?.subjects).toEqual([{ field: 'orderId', id: second?.id }]);
});

test('an order that nobody answered is closed with a reason, and the answer that comes after it is kept', () => {
  const life = acceptedOn('2025-06-03');
  life.take(ORDER);
  const orderId = life.now.file.orders[0]?.id;
  expect(life.refusal({ type: 'closeOrder', orderId })).toEqual({
    code: 'invalid-request',
    fields: ['remark closed-unanswered'],
  });
  life.take({ type: 'closeOrder', orderId, remark: 'the reply has left' });
  expect(life.watched.filter(({ deadline }) => deadline === 'orderDue')).toEqual([]);
  const answer = life.steps(personOf('caseworker')).permitted.find(({ type }) => type === 'answerOrder');
  expect(answer?.subjects).toEqual([{ field: 'orderId', id: orderId }]);
  life.take({ type: 'answerOrder', orderId, answer: 'it lay with the archive' });
  expect(life.now.file.orders[0]).toMatchObject({
    closed: { on: '2025-06-03', remark: 'the reply has left' },
    demands: [{ answer: { text: 'it lay with the archive', on: '2025-06-03', afterClosing: true } }],
  });
  expect(life.refusal({ type: 'answerOrder', orderId, answer: 'again' }).reason).toBe('no-order-to-answer');
  expect(life.replayed()).toEqual(life.now);
});

test('a case that is over can still be asked to explain, and who handles it can answer', () => {
  const life = signed(acceptedOn('2025-06-03'), '2025-06-06', [GRANTED]);
  life.take({ type: 'dispatch', mode: 'in_person', signedBy: '本人' });
  life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
  life.take({ ...ORDER, orderKind: 'rectify' });
  life.take({ type: 'answerOrder', orderId: life.now.file.orders[0]?.id, answer: 'put right' });
  expect(life.now.file.orders[0]?.demands[0].answer?.text).toBe('put right');
});

test('what is filed is hurried no more, unless a remedy or a suggestion to publish is open in it', () => {
  const life = signed(acceptedOn('2025-06-03'), '2025-06-06', [GRANTED]);
  life.take({ type: 'dispatch', mode: 'in_person', signedBy: '本人' });
  const hurry = { ...ORDER, orderKind: 'hurry' } as const;
  life.take(hurry);
  life.take({ type: 'closeOrder', orderId: life.now.file.orders[0]?.id, remark: 'it is over' });
  life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
  expect(life.refusal(hurry)).toEqual({ code: 'invalid-request', fields: ['orderKind nothing-to-hurry'] });
  life.take({ type: 'suggestPublication' });
  life.take(hurry);
  life.take({ type: 'declinePublication', reason: 'theirs alone' });
  expect(life.refusal(hurry)).toMatchObject({ fields: ['orderKind nothing-to-hurry'] });
  life.take({ type: 'recordReconsiderationCopy', track: 'summary' });
  life.take(hurry);
  life.on('2025-07-07').take({ type: 'recordReconsiderationDecision', result: 'upheld' });
  expect(life.refusal(hurry)).toMatchObject({ fields: ['orderKind nothing-to-hurry'] });
  expect(life.replayed()).toEqual(life.now);
});

test('a case is not filed while a supervision order on it waits, for its answer or for its supervisor', () => {
  const life = signed(acceptedOn('2025-06-03'), '2025-06-06', [GRANTED]);
  life.take({ type: 'dispatch', mode: 'in_person', signedBy: '本人' });
  life.take(ORDER);
  const orderId = life.now.file.orders[0]?.id;
  const file = { type: 'file', unproven: 'the slips lie in the paper folder' } as const;
  const told = () => life.steps(personOf('archivist')).refused.find(({ type }) => type === 'file')?.code;
  expect([life.refusal(file), told()]).toEqual([{ code: 'order-unanswered', article: 'REG 45' }, 'order-unanswered']);
  life.take({ type: 'answerOrder', orderId, answer: 'it came late' });
  expect([life.refusal(file), told()]).toEqual([{ code: 'order-open', article: 'REG 45' }, 'order-open']);
  life.take({ type: 'closeOrder', orderId });
  life.take(file);
  expect(life.standing.state).toBe('filed');
});

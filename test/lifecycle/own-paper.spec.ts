import { LAW, Life, personOf } from '../support/life.js';
import { acceptedOn } from '../support/roads.js';

const another = { id: 'another', roles: ['caseworker'], ogiHead: false } as const;
const unseen = (path: string) => ({ code: 'invalid-request', fields: [`${path} paper-unseen`] });
const asked = (change: object) => ({ type: 'sendCorrectionNotice', missing: '哪一年', ...change }) as const;

/** What the office brings for a letter leaves once an approver has seen that very file (REG 17). */
describe('a letter of the office’s own', () => {
  test('does not leave with the step that makes it; an approver sees the file, nobody else, and then it leaves', () => {
    const life = acceptedOn('2026-03-02');
    expect(life.refusal(asked({ fileIds: ['own'] }))).toEqual(unseen('fileIds'));
    life.take(asked({ fileIds: ['own'], dispatchedOn: null }));
    const { toConfirm, notices } = life.now.file;
    const noticeId = notices[0]?.id;
    const entryId = toConfirm[0]?.entryId;
    expect(toConfirm).toMatchObject([{ reason: 'own-paper', by: 'the-caseworker', noticeId }]);
    const dispatch = { type: 'dispatchNotice', noticeId, mode: 'registered_mail', trackingNumber: 'XA12345678944' } as const;
    for (const mode of ['portal', 'ems', 'registered_mail'])
      expect(life.refusal({ ...dispatch, mode })).toEqual(unseen('noticeId'));
    expect(life.refusal({ ...dispatch, mode: 'in_person', signedBy: '王某' })).toEqual(unseen('noticeId'));
    expect(life.refusal({ type: 'confirmFact', entryId }, another)).toMatchObject({ code: 'role-missing' });
    life.take({ type: 'confirmFact', entryId }, personOf('approver'));
    // Another file is another paper: it waits anew, and the one that was seen does not leave in its stead.
    life.take({ type: 'addStamped', noticeId, fileIds: ['one byte changed'] });
    expect(life.refusal(dispatch)).toEqual(unseen('noticeId'));
    life.take({ type: 'confirmFact', entryId: life.now.file.toConfirm[0]?.entryId }, personOf('approver'));
    life.take(dispatch);
    expect(life.now.file.notices[0]).toMatchObject({
      own: { fileIds: ['one byte changed'], seen: true },
      mode: 'registered_mail',
    });
    expect(life.replayed()).toEqual(life.now);
  });

  test('is sent back with reasons by the approver who opens it, and leaves when another that was seen is in its place', () => {
    const life = acceptedOn('2026-03-02');
    life.take(asked({ fileIds: ['own'], dispatchedOn: null }));
    const entryId = life.now.file.toConfirm[0]?.entryId;
    const noticeId = life.now.file.notices[0]?.id;
    const back = { type: 'confirmFact', entryId, reject: '收件人写错' } as const;
    expect(life.refusal(back, another)).toMatchObject({ code: 'role-missing' });
    const { fact } = life.take(back, personOf('approver'));
    expect(fact).toMatchObject({ type: 'PAPER_SENT_BACK', noticeId, reason: '收件人写错', broughtBy: 'the-caseworker' });
    expect(life.now.file.toConfirm).toEqual([]);
    expect(life.now.file.notices[0]?.own?.sentBack).toEqual({ on: '2026-03-02', by: 'the-approver', reason: '收件人写错' });
    const dispatch = { type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001188CN' } as const;
    expect(life.refusal(dispatch)).toEqual({ code: 'invalid-request', fields: ['noticeId paper-sent-back'] });
    life.take({ type: 'addStamped', noticeId, fileIds: ['mended'] });
    expect(life.refusal(dispatch)).toEqual(unseen('noticeId'));
    life.take({ type: 'confirmFact', entryId: life.now.file.toConfirm[0]?.entryId }, personOf('approver'));
    life.take(dispatch);
    expect(life.now.file.notices[0]?.own).toEqual({ entryId: expect.any(String), fileIds: ['mended'], seen: true });
    expect(life.replayed()).toEqual(life.now);
  });

  test('waits for nobody where whoever signs it brings it, where it is drawn, or where there is no file', () => {
    const life = acceptedOn('2026-03-02');
    life.take({ type: 'proposeExtension', workingDays: 5, reason: '量大' });
    life.take({ type: 'approveExtension', fileIds: ['signed'] });
    life.take(asked({}));
    expect(life.now.file).toMatchObject({
      toConfirm: [],
      notices: [{ dispatchedOn: '2026-03-02' }, { dispatchedOn: '2026-03-02' }],
    });
    const drawn = acceptedOn('2026-03-02');
    drawn.made = ['drawn'];
    expect(drawn.take(asked({ fileIds: ['drawn'] })).fact).toMatchObject({ drawn: ['drawn'] });
    expect(drawn.now.file.toConfirm).toEqual([]);
  });

  test('waits all the same beside one that was drawn: whatever goes out with it is among what the approver sees', () => {
    const life = acceptedOn('2026-03-02');
    life.made = ['drawn'];
    const beside = asked({ fileIds: ['beside it', 'drawn'] });
    expect(life.refusal(beside)).toEqual(unseen('fileIds'));
    life.take({ ...beside, dispatchedOn: null });
    const noticeId = life.now.file.notices[0]?.id;
    const own = () => life.now.file.notices[0]?.own;
    const confirm = (more = {}) =>
      life.take({ type: 'confirmFact', entryId: life.now.file.toConfirm[0]?.entryId, ...more }, personOf('approver'));
    expect(own()).toMatchObject({ fileIds: ['beside it', 'drawn'], drawn: ['drawn'], seen: false });
    const dispatch = { type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001188CN' } as const;
    expect(life.refusal(dispatch)).toEqual(unseen('noticeId'));
    life.made = [];
    // Its stamped copy takes the place of nothing; what was sent back does not go on lying there.
    confirm();
    life.take({ type: 'addStamped', noticeId, fileIds: ['stamped'] });
    expect(life.refusal(dispatch)).toEqual(unseen('noticeId'));
    expect(own()?.fileIds).toEqual(['beside it', 'drawn', 'stamped']);
    confirm({ reject: '附件不对' });
    life.take({ type: 'addStamped', noticeId, fileIds: ['other'] });
    expect(own()?.fileIds).toEqual(['drawn', 'other']);
    // It is another annex, and shows no stamp; what was sent back with the first never left.
    expect(life.now.file.notices[0]?.stamped).toEqual([]);
    confirm();
    life.take(dispatch);
    expect(life.replayed()).toEqual(life.now);
  });

  test('is drawn in its place where it was sent back, or before anybody has seen it, and waits for nobody then', () => {
    for (const isBack of [true, false]) {
      const life = acceptedOn('2026-03-02');
      life.take(asked({ fileIds: ['own'], dispatchedOn: null }));
      const noticeId = life.now.file.notices[0]?.id;
      const [waiting] = life.now.file.toConfirm;
      if (isBack) life.take({ type: 'confirmFact', entryId: waiting?.entryId, reject: '收件人写错' }, personOf('approver'));
      // Nor is what was brought in its place, and never left, the stamped copy of anything.
      life.take({ type: 'addStamped', noticeId, fileIds: ['another'] });
      life.made = ['anew'];
      life.take({ type: 'addStamped', noticeId, fileIds: ['anew'] });
      life.made = [];
      expect(life.now.file).toMatchObject({ toConfirm: [], notices: [{ redrawn: ['anew'], stamped: [] }] });
      life.take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001188CN' });
      life.take({ type: 'addStamped', noticeId, fileIds: ['stamped'] });
      expect(life.now.file.notices[0]).toMatchObject({ redrawn: ['anew'], stamped: ['stamped'] });
      expect(life.replayed()).toEqual(life.now);
    }
  });

  test('nobody has to look at what never leaves before the case is filed', () => {
    const life = acceptedOn('2026-03-02');
    life.take(asked({ fileIds: ['own'], dispatchedOn: null }));
    life.take({ type: 'withdraw', how: 'a letter' });
    life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    expect(life.standing).toMatchObject({ state: 'filed' });
  });
});

test('what took the place of a letter and was replaced before it left is the stamped copy of nothing', () => {
  const life = acceptedOn('2026-03-02');
  life.take(asked({ fileIds: ['own'], dispatchedOn: null }));
  const noticeId = life.now.file.notices[0]?.id;
  for (const fileIds of [['mended in haste'], ['mended']]) life.take({ type: 'addStamped', noticeId, fileIds });
  expect(life.now.file.notices[0]).toMatchObject({ stamped: ['mended'], own: { fileIds: ['mended'] } });
  expect(life.replayed()).toEqual(life.now);
});

test('what a step brings does not leave with it, which is told before it is known what will be drawn', () => {
  const life = acceptedOn('2026-03-02');
  life.made = undefined;
  expect(life.refusal(asked({ fileIds: ['own'] }))).toEqual(unseen('fileIds'));
  life.take(asked({}));
  life.take({ type: 'proposeExtension', workingDays: 5, reason: '量大' });
  life.take({ type: 'approveExtension', fileIds: ['signed'] });
});

test('a journal of before, which marks nothing, is told as ever', () => {
  const life = new Life({ channel: 'in_person', submittedOn: '2026-03-02' }, { law: LAW });
  life.take({ type: 'accept' });
  life.made = undefined;
  life.take(asked({ fileIds: ['own'], dispatchedOn: null }));
  expect(life.now.file.notices[0]).not.toHaveProperty('own');
});

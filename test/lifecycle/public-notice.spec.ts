import { lacksOf } from '@gongkai/lifecycle';
import { withRules } from '@gongkai/statutes';
import { idOf, LAW, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, asked, signed } from '../support/roads.js';

const owed = (life: Life) =>
  life.watched.filter(({ deadline }) => deadline.startsWith('service')).map(({ deadline, about, due }) => [deadline, about, due]);

/** Of whom nobody knows where they are, or whom no other way reaches, is told in public (CPL 95). */
describe('service by public notice', () => {
  test('a public notice is the last resort: two different ways have failed before it, and the same post twice is one (CPL 95)', () => {
    const life = signed(acceptedOn('2026-03-02'), '2026-03-10');
    const open = { code: 'other-ways-open', article: 'CPL 95' };
    const told = () => life.steps().refused.find(({ type }) => type === 'serveByPublicNotice')?.reason;
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001287CN' });
    life.on('2026-03-18').take({ type: 'recordReturn', reason: 'nobody at home', fileIds: ['envelope'] });
    expect(life.refusal({ type: 'serveByPublicNotice' })).toEqual(open);
    expect(told()).toContain('2 different ways, by another mode or to another address, have to fail before it (1 so far)');
    life.take({ type: 'dispatch', mode: 'registered_mail', trackingNumber: 'EA000001298CN' });
    life.on('2026-03-26').take({ type: 'recordReturn', reason: 'nobody at home', fileIds: ['envelope'] });
    expect([life.refusal({ type: 'serveByPublicNotice' }), told()]).toEqual([open, expect.stringContaining('(1 so far)')]);
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001309CN', otherAddress: true, addressFrom: '户籍地址' });
    life.on('2026-04-02').take({ type: 'recordReturn', reason: 'nobody at home', fileIds: ['envelope'] });
    life.take({ type: 'serveByPublicNotice' });
    expect(life.now.file.notices.map(lacksOf)).toEqual([['publication', 'paper']]);
    expect(life.standing.state).toBe('dispatched');
    expect(life.replayed()).toEqual(life.now);
  });

  test('before it is over nobody records the service by mistake: that the addressee has it is said (CPL 95)', () => {
    const life = signed(acceptedOn('2026-03-02'), '2026-03-10');
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001287CN' });
    const back = { type: 'recordReturn', reason: 'moved', untraceable: true, fileIds: ['envelope'] } as const;
    life.on('2026-03-18').take({ ...back, sought: 'the police know no address' });
    life.take({ type: 'serveByPublicNotice', publishedIn: 'the site' });
    const came = { type: 'recordService', how: 'signed at the counter' } as const;
    const tooEarly = { code: 'invalid-request', fields: ['turnedUp public-notice-runs'] };
    expect([life.on('2026-03-20').refusal(came), life.refusal({ ...came, turnedUp: false })]).toEqual([tooEarly, tooEarly]);
    life.take({ ...came, turnedUp: true });
    expect(life.now.file.notices.at(-1)).toMatchObject({ kind: 'reply', servedOn: '2026-03-20' });
    expect(life.journal.at(-1)?.fact).toMatchObject({ type: 'REPLY_SERVED', turnedUp: true });
    expect(life.replayed()).toEqual(life.now);
  });

  test('of a notice as of the reply; once it is over nothing is asked, and without one nothing is kept', () => {
    const life = acceptedOn('2026-03-02');
    const noticeId = idOf(life.on('2026-03-03').take({ type: 'sendCorrectionNotice', missing: 'which year' }));
    const back = { type: 'recordReturn', noticeId, reason: 'moved', untraceable: true, fileIds: ['envelope'] } as const;
    life.on('2026-03-06').take({ ...back, sought: 'the police know no address' });
    life.take({ type: 'serveByPublicNotice', noticeId, publishedIn: 'the site' });
    const came = { type: 'recordService', noticeId, how: 'signed at the counter' } as const;
    expect(life.on('2026-03-09').refusal(came)).toEqual({
      code: 'invalid-request',
      fields: ['turnedUp public-notice-runs'],
    });
    const [over] = life.alarms.filter(({ kind }) => kind === 'public_notice_over');
    expect(over?.ringsOn).toBe('2026-04-05');
    life.on('2026-04-05').take({ ...came, turnedUp: true });
    expect(life.journal.at(-1)?.fact).not.toHaveProperty('turnedUp');
  });

  test('another mode is another way; that a letter went to another address can be told with its proof', () => {
    const life = signed(acceptedOn('2026-03-02'), '2026-03-10');
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001320CN' });
    life.on('2026-03-18').take({ type: 'recordReturn', reason: 'nobody at home', fileIds: ['envelope'] });
    life.take({ type: 'dispatch', mode: 'other_organ', throughOrgan: 'the village committee' });
    life.on('2026-03-26').take({ type: 'recordReturn', reason: 'not found there', fileIds: ['envelope'] });
    life.take({ type: 'serveByPublicNotice' });
    const noticed = acceptedOn('2026-03-02');
    const noticeId = idOf(noticed.on('2026-03-03').take({ type: 'sendCorrectionNotice', missing: 'which year' }));
    const publish = { type: 'serveByPublicNotice', noticeId } as const;
    noticed.on('2026-03-18').take({ type: 'recordReturn', noticeId, reason: 'nobody at home', fileIds: ['envelope'] });
    noticed.take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001331CN' });
    noticed.on('2026-03-24').take({ type: 'recordReturn', noticeId, reason: 'nobody at home', fileIds: ['envelope'] });
    expect(noticed.refusal(publish)).toMatchObject({ code: 'other-ways-open' });
    noticed.take({ type: 'addProof', noticeId, otherAddress: true, addressFrom: '户籍地址' });
    noticed.take(publish);
    expect(noticed.replayed()).toEqual(noticed.now);
  });

  test('nobody is said to be untraceable without what was done to find them (CPL 95)', () => {
    const life = signed(acceptedOn('2026-03-02'), '2026-03-10');
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001342CN' });
    const back = { type: 'recordReturn', reason: 'moved', untraceable: true, fileIds: ['envelope'] } as const;
    expect(life.on('2026-03-18').refusal(back)).toEqual({ code: 'invalid-request', fields: ['sought required'] });
    life.take({ ...back, sought: 'the village committee and the police station know no address' });
    life.take({ type: 'serveByPublicNotice' });
    expect(life.now.file.notices.at(-1)?.attempts).toMatchObject([
      { untraceable: true, sought: expect.stringContaining('police') },
      { mode: 'public_notice' },
    ]);
  });

  test('an office whose court expects more asks for more', () => {
    const law = { ...LAW, statute: withRules(LAW.statute, { 'service.public_notice_after': 3 }) };
    const life = new Life(atCounter('2026-03-02'), { law });
    life.take({ type: 'accept' });
    signed(life, '2026-03-10');
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001353CN' });
    life.on('2026-03-18').take({ type: 'recordReturn', reason: 'nobody at home', fileIds: ['envelope'] });
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001364CN', otherAddress: true, addressFrom: '户籍地址' });
    life.on('2026-03-26').take({ type: 'recordReturn', reason: 'nobody at home', fileIds: ['envelope'] });
    expect(life.refusal({ type: 'serveByPublicNotice' })).toEqual({ code: 'other-ways-open', article: 'CPL 95' });
  });

  test('a correction notice under public notice is waited for no more once the reply is signed, also not in a round that a court orders', () => {
    const life = acceptedOn('2026-03-02');
    const noticeId = idOf(life.on('2026-03-03').take({ type: 'sendCorrectionNotice', missing: 'which year' }));
    life.on('2026-03-06').take({
      type: 'recordReturn',
      noticeId,
      reason: 'moved',
      untraceable: true,
      sought: 'asked the police',
      fileIds: ['envelope'],
    });
    life.take({ type: 'serveByPublicNotice', noticeId, publishedIn: 'the site' });
    const waited = () => [
      life.alarms.filter(({ kind }) => kind === 'public_notice_over').length,
      life.watched.filter(({ deadline }) => deadline === 'publicNoticeServedOn').length,
    ];
    expect(waited()).toEqual([1, 1]);
    signed(life, '2026-03-10');
    expect(waited()).toEqual([0, 0]);
    life.take({ type: 'dispatch', mode: 'in_person', signedBy: '本人' });
    life.on('2026-03-12').take({ type: 'recordSuitCopy' });
    life.take({ type: 'recordJudgment', result: 'annulled', actAnew: true });
    expect([life.now.file.round.number, ...waited()]).toEqual([2, 0, 0]);
  });

  test('a notice that nobody can be handed is served by public notice, and begins its wait when that is over (CPL 95)', () => {
    const life = acceptedOn('2026-03-02');
    const noticeId = idOf(life.on('2026-03-03').take({ type: 'sendCorrectionNotice', missing: 'which year', period: 15 }));
    const publish = { type: 'serveByPublicNotice', noticeId, publishedIn: 'the site' } as const;
    expect(life.refusal(publish)).toMatchObject({ code: 'step-not-permitted', reason: 'nothing-came-back' });
    life.on('2026-03-18').take({ type: 'recordReturn', noticeId, reason: 'nobody at home', fileIds: ['envelope'] });
    expect(life.refusal(publish)).toMatchObject({ code: 'other-ways-open' });
    life.take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001375CN' });
    life.on('2026-03-20').take({
      type: 'recordReturn',
      noticeId,
      reason: 'moved',
      untraceable: true,
      sought: 'asked the police',
      fileIds: ['envelope'],
    });
    expect(life.steps().permitted.find(({ type }) => type === 'serveByPublicNotice')?.subjects).toEqual([
      { field: 'noticeId', id: noticeId },
    ]);
    life.take(publish);
    expect([owed(life), life.standing.state]).toEqual([[], 'accepted']);
    expect(life.alarms).toEqual([{ kind: 'public_notice_over', subject: noticeId, ringsOn: '2026-04-19' }]);
    const published = life.watched.filter(({ deadline }) => deadline === 'publicNoticeServedOn');
    expect(published).toEqual([{ deadline: 'publicNoticeServedOn', about: noticeId, due: '2026-04-19', provisional: false }]);
    expect(() => life.on('2026-04-18').ring({ type: 'completePublicNotice', noticeId })).toThrow('step-not-permitted');
    expect(life.on('2026-04-20').ring({ type: 'completePublicNotice', noticeId }).fact).toMatchObject({
      ...{ type: 'CORRECTION_NOTICE_RECEIVED', on: '2026-04-19', noticeId },
    });
    expect([life.standing.state, life.alarms.length]).toEqual(['awaiting_correction', 1]);
    expect(life.now.file.notices).toMatchObject([{ servedOn: '2026-04-19', attempts: [{}, {}, { mode: 'public_notice' }] }]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('so is a letter to a third party: it has asked from the day of its publication (REG 32)', () => {
    const life = acceptedOn('2026-03-02');
    const id = asked(life, 'askThirdParty', '2026-03-03');
    life.on('2026-03-09').take({
      type: 'recordReturn',
      noticeId: id,
      reason: 'moved',
      untraceable: true,
      sought: 'asked the police',
      fileIds: ['envelope'],
    });
    life.take({ type: 'serveByPublicNotice', noticeId: id });
    expect(life.ledger.consultations).toMatchObject([{ id, closedOn: null }]);
    life.on('2026-04-08').ring({ type: 'completePublicNotice', noticeId: id });
    expect(life.ledger.consultations).toMatchObject([{ id, answerDue: '2026-04-29' }]);
  });

  test('once a public notice is out, nobody looks for the letter', () => {
    const life = signed(acceptedOn('2026-03-02'), '2026-03-10');
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001386CN' });
    life
      .on('2026-03-18')
      .take({ type: 'recordReturn', reason: 'moved', untraceable: true, sought: 'asked the police', fileIds: ['envelope'] });
    life.take({ type: 'serveByPublicNotice' });
    expect(owed(life)).toEqual([]);
  });
});

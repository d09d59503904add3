import { lacksOf } from '@gongkai/lifecycle';
import { idOf, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, signed } from '../support/roads.js';

const ready = () => signed(acceptedOn('2026-03-02'), '2026-03-10');
const fields = (...told: string[]) => ({ code: 'invalid-request', fields: told });
const NUMBER = 'EA123456789CN';

/** Who says that a document was delivered has to prove it by the way it went (G235; CPL 87 to 90). */
describe('what a way is proven by is told as a document leaves', () => {
  test.each([
    ['ems', 'trackingNumber', 'tracking-number-missing', NUMBER],
    ['registered_mail', 'trackingNumber', 'tracking-number-missing', 'XA12345678944'],
    ['in_person', 'signedBy', 'signature-missing', '申请人本人'],
    ['other_organ', 'throughOrgan', 'through-organ-missing', '青松街道办事处'],
  ])('%s: the reply as every other document', (mode, field, code, value) => {
    const life = ready();
    expect(life.refusal({ type: 'dispatch', mode })).toEqual(fields(`${field} ${code}`));
    expect(life.standing.state).toBe('signed');
    life.take({ type: 'dispatch', mode, [field]: value });
    const noticed = acceptedOn('2026-03-02');
    const noticeId = idOf(noticed.take({ type: 'sendCorrectionNotice', missing: 'which year', dispatchedOn: null }));
    expect(noticed.refusal({ type: 'dispatchNotice', noticeId, mode })).toEqual(fields(`${field} ${code}`));
    noticed.take({ type: 'dispatchNotice', noticeId, mode, [field]: value });
    expect(noticed.now.file.notices.map(lacksOf)).toEqual([['paper']]);
  });

  test('the slip that was signed shows who signed it; a number typed for a post that has none does not', () => {
    ready().take({ type: 'dispatch', mode: 'in_person', fileIds: ['slip'] });
    expect(ready().refusal({ type: 'dispatch', mode: 'ems', fileIds: ['slip'] })).toEqual(
      fields('trackingNumber tracking-number-missing'),
    );
  });

  test('a letter that leaves with the step that makes it says it at once, or later', () => {
    const make = { type: 'sendCorrectionNotice', missing: 'which year', mode: 'ems' } as const;
    const life = acceptedOn('2026-03-02');
    expect(life.refusal(make)).toEqual(fields('trackingNumber tracking-number-missing'));
    // What comes along is the letter itself, and no slip that somebody signed.
    const byHand = { mode: 'in_person', fileIds: ['letter'] } as const;
    expect(life.refusal({ ...make, ...byHand })).toEqual(fields('signedBy signature-missing', 'fileIds paper-unseen'));
    expect(life.refusal({ ...make, dispatchedOn: null, trackingNumber: NUMBER })).toEqual(fields('mode not-dispatched'));
    life.take({ ...make, trackingNumber: NUMBER });
    expect(life.now.file.notices).toMatchObject([{ mode: 'ems', attempts: [{ mode: 'ems', trackingNumber: NUMBER }] }]);
    expect(life.now.file.notices.map(lacksOf)).toEqual([['paper']]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('and the law judges that way as every other (POST 55; CPL 89, 90)', () => {
    const life = acceptedOn('2026-03-02');
    const make = { type: 'sendCorrectionNotice', missing: 'which year' } as const;
    expect(life.refusal({ ...make, mode: 'ems', trackingNumber: 'SF1234567890123' })).toMatchObject({ code: 'private-courier' });
    expect(life.refusal({ ...make, mode: 'left_at_address' })).toMatchObject({ code: 'left-unproven' });
    expect(life.refusal({ ...make, mode: 'email' })).toMatchObject({ code: 'electronic-not-agreed' });
    const agreed = { mode: 'email', agreedTo: 'li@example.org', agreedOn: '2026-03-03' } as const;
    expect(life.refusal({ ...make, ...agreed })).toEqual(fields('agreedOn after-later-fact'));
    // Whom else the organ asks gives no consent by that law.
    life.take({ type: 'askOtherOrgan', party: '市规划局', mode: 'email' });
    life.take({ ...make, ...agreed, agreedOn: '2026-03-02' });
  });

  test('a way that is told afterwards says the same', () => {
    const life = acceptedOn('2026-03-02');
    const noticeId = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which year' }));
    const told = { type: 'addProof', noticeId, mode: 'registered_mail' } as const;
    expect(life.refusal(told)).toEqual(fields('trackingNumber tracking-number-missing'));
    life.take({ ...told, trackingNumber: 'XA12345678944' });
  });
});

test('a case is filed once every delivery is proven, or with a word why one is not (REG 45)', () => {
  const life = ready();
  life.take({ type: 'dispatch', mode: 'in_person', signedBy: '申请人本人' });
  expect(life.refusal({ type: 'file' })).toEqual(fields('unproven delivery-unproven'));
  const proven = ready();
  proven.take({ type: 'dispatch', mode: 'in_person', signedBy: '申请人本人', fileIds: ['slip'] });
  expect(proven.take({ type: 'file', unproven: 'nothing' }).fact).not.toHaveProperty('unproven');
  const { fact } = life.take({ type: 'file', unproven: '送达回证原件在纸质卷' });
  expect(fact).toMatchObject({ type: 'FILED', unproven: '送达回证原件在纸质卷' });
});

describe('what came back', () => {
  test('a letter posted today does not come back today, and what is sent again has a number of its own', () => {
    const life = ready().on('2026-03-11');
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: NUMBER });
    const back = { type: 'recordReturn', reason: 'nobody at home', fileIds: ['envelope'] } as const;
    expect(life.refusal(back)).toEqual(fields('on back-the-same-day'));
    life.on('2026-03-12').take(back);
    expect(life.refusal({ type: 'dispatch', mode: 'registered_mail', trackingNumber: 'ea 123456789 cn' })).toEqual(
      fields('trackingNumber number-used'),
    );
    expect(life.refusal({ type: 'dispatch', mode: 'ems', trackingNumber: 'EB1', otherAddress: true })).toEqual(
      fields('addressFrom address-from-missing'),
    );
  });

  test('a return that nothing shows opens no public notice; it is shown later, each try by itself (CPL 95)', () => {
    const life = ready().on('2026-03-11');
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: NUMBER });
    life.on('2026-03-16').take({ type: 'recordReturn', reason: 'nobody at home' });
    const elsewhere = { type: 'dispatch', mode: 'ems', otherAddress: true, addressFrom: '户籍地址' } as const;
    life.on('2026-03-17').take({ ...elsewhere, trackingNumber: 'EA2' });
    life.on('2026-03-20').take({ type: 'recordReturn', reason: 'moved', fileIds: ['envelope'] });
    const unshown = { code: 'return-unshown', article: 'CPL 95' };
    expect(life.refusal({ type: 'serveByPublicNotice' })).toEqual(unshown);
    const noticeId = life.now.file.round.reply.noticeId;
    const proof = { type: 'addProof', noticeId, fileIds: ['slip'] } as const;
    expect(life.refusal({ ...proof, sentOn: '2026-03-12' })).toEqual(fields('sentOn no-such-try'));
    life.take({ ...proof, sentOn: '2026-03-11' });
    life.take({ type: 'serveByPublicNotice', publishedIn: 'the site' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('the same other address is no second one; nobody is past finding where nothing shows that it came back', () => {
    const life = ready().on('2026-03-11');
    const elsewhere = { type: 'dispatch', mode: 'ems', otherAddress: true, addressFrom: '户籍地址' } as const;
    life.take({ ...elsewhere, trackingNumber: 'EA1' });
    life.on('2026-03-16').take({ type: 'recordReturn', reason: 'moved', fileIds: ['envelope'] });
    life.take({ ...elsewhere, trackingNumber: 'EA2' });
    life.on('2026-03-20').take({ type: 'recordReturn', reason: 'moved', fileIds: ['envelope'] });
    expect(life.refusal({ type: 'serveByPublicNotice' }).code).toBe('other-ways-open');
    life.take({ ...elsewhere, trackingNumber: 'EA3' });
    life.on('2026-03-24').take({ type: 'recordReturn', reason: 'moved', untraceable: true, sought: 'asked the police' });
    life.take({ type: 'serveByPublicNotice' });
    const unseen = ready().on('2026-03-11');
    unseen.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA1' });
    unseen.on('2026-03-16').take({ type: 'recordReturn', reason: 'moved', untraceable: true, sought: 'asked the police' });
    expect(unseen.refusal({ type: 'serveByPublicNotice' }).code).toBe('return-unshown');
  });
});

/** What goes electronically goes to the address that was agreed to (CPL 90 by analogy). */
test('consent names the address and the day, and comes before the dispatch', () => {
  const life = new Life(atCounter('2026-03-02'));
  life.take({ type: 'accept' });
  signed(life, '2026-03-10');
  const sent = { type: 'dispatch', mode: 'email' } as const;
  expect(life.refusal({ ...sent, agreedTo: '来电同意', agreedOn: '2026-03-09' })).toEqual(
    fields('agreedTo agreed-address-missing'),
  );
  expect(life.refusal({ ...sent, agreedTo: 'x@y.cn，本人来电' })).toEqual(fields('agreedOn required'));
  expect(life.refusal({ ...sent, agreedTo: 'x@y.cn，本人来电', agreedOn: '2026-03-11' })).toEqual(
    fields('agreedOn after-later-fact'),
  );
  expect(life.refusal({ ...sent, mode: 'fax', agreedTo: 'x@y.cn', agreedOn: '2026-03-09' })).toEqual(
    fields('agreedTo agreed-address-missing'),
  );
  life.take({ ...sent, agreedTo: 'x@y.cn，本人来电', agreedOn: '2026-03-09' });
});

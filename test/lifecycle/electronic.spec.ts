import { idOf, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, signed } from '../support/roads.js';
import { servedByPost } from '../../libs/lifecycle/src/postal.js';

test('by electronic means only where the applicant chose it (CPL 90)', () => {
  const life = signed(acceptedOn('2026-03-02'), '2026-03-03').on('2026-03-04');
  const refused = { code: 'electronic-not-agreed', article: 'CPL 90' };
  expect(life.refusal({ type: 'dispatch', mode: 'portal' })).toEqual(refused);
  const chosen = new Life(atCounter('2026-03-02'), { delivery: 'email' });
  chosen.take({ type: 'accept' });
  signed(chosen, '2026-03-03').take({ type: 'dispatch', mode: 'email' });
});

test('who wants a fax is not reached by e-mail, unless it is told who agreed to which address (CPL 90)', () => {
  const faxed = () => {
    const life = new Life(atCounter('2026-03-02'), { delivery: 'fax' });
    life.take({ type: 'accept' });
    return life;
  };
  const refused = { code: 'electronic-not-agreed', article: 'CPL 90' };
  const life = faxed();
  const noticeId = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which year', dispatchedOn: null }));
  for (const mode of ['email', 'portal'] as const)
    expect(life.refusal({ type: 'dispatchNotice', noticeId, mode })).toEqual(refused);
  life.take({ type: 'dispatchNotice', noticeId, mode: 'fax' });
  const answered = signed(faxed(), '2026-03-03').on('2026-03-04');
  expect(answered.refusal({ type: 'dispatch', mode: 'email' })).toEqual(refused);
  const { fact } = answered.take({ type: 'dispatch', mode: 'email', agreedTo: 'x@y.cn，申请人来电同意', agreedOn: '2026-03-03' });
  expect(fact).toMatchObject({
    type: 'REPLY_DISPATCHED',
    mode: 'email',
    agreedTo: 'x@y.cn，申请人来电同意',
    agreedOn: '2026-03-03',
  });
});

test('a way that is told afterwards needs the consent as well (CPL 90)', () => {
  const life = acceptedOn('2026-03-02');
  const noticeId = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which year' }));
  const proof = { type: 'addProof', noticeId, mode: 'email' } as const;
  expect(life.refusal(proof)).toEqual({ code: 'electronic-not-agreed', article: 'CPL 90' });
  life.take({ ...proof, agreedTo: 'x@y.cn', agreedOn: '2026-03-01' });
  expect(life.now.file.notices).toMatchObject([{ mode: 'email' }]);
});

test.each([
  { carrier: '顺丰速运' },
  { carrier: '京东快递（中国邮政代运）' },
  { carrier: 'EMS / SF Express' },
  { carrier: '邮政、中通' },
  { carrier: '京东或者中国邮政' },
  { carrier: 'EMS百世' },
  { carrier: '中国邮政（由天天代投）' },
  { trackingNumber: 'SF1234567890123' },
  { trackingNumber: 'ＳＦ１２３４５６７８９０１２３' },
  { carrier: 'ＥＭＳ，由ＤＨＬ转交' },
  { trackingNumber: 'yt 2208 3456 78901' },
  { trackingNumber: '顺丰SF1234567890123' },
  { trackingNumber: '顺丰 1234567890' },
  { trackingNumber: 'EMS 顺丰转' },
  { trackingNumber: '1Z999AA10123456784' },
])('a private courier is refused, by name or number: %j (POST 55)', (carriage) => {
  const life = signed(acceptedOn('2026-03-02'), '2026-03-03').on('2026-03-04');
  const refused = { code: 'private-courier', article: 'POST 55' };
  expect(life.refusal({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA100000001CN', ...carriage })).toEqual(refused);
  life.take({ type: 'dispatch', mode: 'ems', carrier: '中国邮政速递物流', trackingNumber: 'EA123456789CN' });
});

test.each(['中国邮政南京东路支局', '中通路邮政所', '邮政快递包裹', '中国邮政百世昌大街揽投部'])(
  'a post office may lie in a road of that name: %s',
  (carrier) => {
    signed(acceptedOn('2026-03-02'), '2026-03-03')
      .on('2026-03-04')
      .take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001936CN', carrier });
  },
);

const BY_COURIER = [
  ...['顺丰', ' 韵达 ', '极兔', '闪送', '顺丰签收', '圆通已签收', '圆通快递投递', '京东配送', '由申通'],
  ...['SF1234567890123 签收', 'by SF Express', 'JD签收', '顺丰，本人签收', '圆通 签收', '中通，已签收', '京东小哥'],
  ...['顺丰速运有限公司送达', '顺丰同城急送', '菜鸟裹裹', '同城快递'],
];

test('what a private courier has handed over is not served, whatever the way was said to be; a firm of that name may sign (POST 55)', () => {
  const life = acceptedOn('2026-03-02');
  const noticeId = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which year' }));
  const consultationId = idOf(life.take({ type: 'askThirdParty', party: '德邦公司' }));
  const refused = { code: 'private-courier', article: 'POST 55' };
  for (const what of [{ noticeId }, { consultationId }])
    for (const how of BY_COURIER) expect(life.refusal({ type: 'recordService', ...what, how })).toEqual(refused);
  life.take({ type: 'recordService', consultationId, how: 'EMS EA123456789CN，德邦公司前台签收' });
  for (const how of ['顺丰速运有限公司前台签收', '门卫签收', '中通路传达室签收', 'EMS投递员当面送交本人'])
    expect(servedByPost({ how })).toBeNull();
  const answered = signed(acceptedOn('2026-03-02'), '2026-03-03');
  answered.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001947CN' });
  expect(answered.refusal({ type: 'recordService', noticeId: 'reply', how: '中通快递妥投' })).toEqual(refused);
  answered.on('2026-03-04').take({ type: 'recordService', noticeId: 'reply', how: '本人签收' });
});

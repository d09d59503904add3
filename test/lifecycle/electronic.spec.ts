import { Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, signed } from '../support/roads.js';

test('by electronic means only where the applicant chose it (CPL 90)', () => {
  const life = signed(acceptedOn('2026-03-02'), '2026-03-03').on('2026-03-04');
  const refused = { code: 'electronic-not-agreed', article: 'CPL 90' };
  expect(life.refusal({ type: 'dispatch', mode: 'portal' })).toEqual(refused);
  const chosen = new Life(atCounter('2026-03-02'), { delivery: 'email' });
  chosen.take({ type: 'accept' });
  signed(chosen, '2026-03-03').take({ type: 'dispatch', mode: 'email' });
});

test.each([{ carrier: '顺丰速运' }, { trackingNumber: 'SF1234567890123' }, { trackingNumber: 'yt 2208 3456 78901' }])(
  'a private courier is refused, by name or number: %j (POST 55)',
  (carriage) => {
    const life = signed(acceptedOn('2026-03-02'), '2026-03-03').on('2026-03-04');
    const refused = { code: 'private-courier', article: 'POST 55' };
    expect(life.refusal({ type: 'dispatch', mode: 'ems', ...carriage })).toEqual(refused);
    life.take({ type: 'dispatch', mode: 'ems', carrier: '中国邮政速递物流', trackingNumber: 'EA123456789CN' });
  },
);

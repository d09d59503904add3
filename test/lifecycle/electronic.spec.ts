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

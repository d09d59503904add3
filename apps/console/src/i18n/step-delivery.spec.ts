import { isElectronic, optionTexts } from '@gongkai/contracts';
import { stepDelivery as en } from './en/step-delivery.js';
import { stepDelivery as zh } from './zh/step-delivery.js';

test('whoever chooses an electronic way is told who sends', () => {
  const ways = Object.keys(optionTexts.mode).filter(isElectronic);
  expect(ways.length).toBeGreaterThan(1);
  for (const words of [zh, en]) expect(Object.keys(words)).toEqual(expect.arrayContaining(ways.map((way) => `hint.mode.${way}`)));
});

import { changeOf } from './change-of.js';

test.each([
  ['要停车收费标准', '要停车收费标准，并请寄到家里', { start: '要停车收费标准', gone: '', come: '，并请寄到家里', end: '' }],
  ['要2024年的标准', '要2025年的标准', { start: '要202', gone: '4', come: '5', end: '年的标准' }],
  ['好', '好好', { start: '好', gone: '', come: '好', end: '' }],
  ['一样', '一样', { start: '一样', gone: '', come: '', end: '' }],
  ['', '新', { start: '', gone: '', come: '新', end: '' }],
])('%s → %s', (before, after, change) => {
  expect(changeOf(before, after)).toEqual(change);
});

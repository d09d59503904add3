import { wordChanges } from './word-changes.js';

const marked = (before: string, after: string): string =>
  wordChanges(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}]`, come: `[+${text}]` })[kind])
    .join('');

test.each([
  ['要停车收费标准', '要停车收费标准，并请寄到家里', '要停车收费标准[+，并请寄到家里]'],
  ['要2024年的标准', '要2025年的标准', '要[-2024][+2025]年的标准'],
  ['好', '好好', '[-好][+好好]'],
  ['一样', '一样', '一样'],
  ['', '新', '[+新]'],
  ['旧', '', '[-旧]'],
  ['涉及甲公司的报价，属于商业秘密', '涉及乙公司的报价，属于个人隐私', '涉及[-甲][+乙]公司的报价，属于[-商业秘密][+个人隐私]'],
  [
    'the prices of one bidder are secret',
    'the prices of two bidders are not',
    'the prices of [-one][+two] [-bidder][+bidders] are [-secret][+not]',
  ],
  ['属于商业秘密', '没有这样的记录', '[-属于商业秘密][+没有这样的记录]'],
])('%s → %s', (before, after, told) => {
  expect(marked(before, after)).toBe(told);
});

test('texts that are too long to be compared word by word are told where they differ as a whole', () => {
  const [old, now] = ['a b ', 'c d '].map((words) => words.repeat(600));
  expect(wordChanges(`x ${String(old)}y`, `x ${String(now)}y`).map(({ kind }) => kind)).toEqual(['gone', 'come']);
});

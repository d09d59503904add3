import { isGuessable } from './guessable-password.js';

const known = ['zhang.min', '张敏', 'bureau'];

test.each([
  'password123',
  'P@ssw0rd2026',
  'Admin@123456',
  'gongkai-demo',
  'gongkai2026!',
  '1234567890',
  'aaaaaaaaaa',
  'qwertyuiop',
  '1qaz2wsx!!',
  'Zhang.Min2026',
  'minzhang1990',
  'bureau@2026',
  '张敏张敏张敏123456',
  '13812345678',
  '19900102abc',
  'woaini5201314',
])('%s is what anybody would try', (password) => expect(isGuessable(password, known)).toBe(true));

test.each(['a long password', 'k7mp-x3rt-9wqd-f4hn', 'correct horse', '春眠不觉晓处处闻啼鸟', 'Tr0ub4dor&3x', '7391860254'])(
  '%s is not',
  (password) => expect(isGuessable(password, known)).toBe(false),
);

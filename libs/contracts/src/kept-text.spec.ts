import { keptText } from './kept-text.js';

test.each([
  ['沈\u202E远知', '沈远知'],
  ['\uFEFF沈知远\u200B', '沈知远'],
  ['一\u0007\n\t二', '一\n\t二'],
  ['👩\u200D💻', '👩\u200D💻'],
])('of %j is kept %j', (typed, kept) => expect(keptText(20).parse(typed)).toBe(kept));

test.each(['\u202E', 'a\0b'])('%j is not kept', (typed) => expect(keptText(20).safeParse(typed).success).toBe(false));

import { isOfFile, wordsOfRefused } from './wrong-fields.js';

test('too many files are told as that, and one that is gone as gone', () => {
  const [many, gone] = [
    { path: 'fileIds', code: 'too-many', message: '最多10项' },
    { path: 'fileIds.2', code: 'unknown-file', message: '没有这个文件' },
  ] as const;
  expect([many, gone].map(isOfFile)).toEqual([false, true]);
  expect(wordsOfRefused([many], String)).toEqual({ files: '最多10项' });
  expect(wordsOfRefused([gone], String)).toEqual({ files: 'file.gone' });
});

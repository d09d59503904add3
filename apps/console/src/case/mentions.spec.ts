import { mentionsIn, nameable, piecesOf } from './mentions.js';

const people = nameable([
  { id: 'a', name: '王伟', organ: 'street' },
  { id: 'b', name: '王伟东', organ: 'street' },
  { id: 'c', name: '李静', organ: 'street' },
  { id: 'd', name: '李静', organ: 'district' },
]);

test('who is named is told, the longer name before the shorter, each once; of two namesakes the organ tells which', () => {
  expect(mentionsIn('请@王伟东看一下，@王伟 @王伟东 @李静（district）', people)).toEqual(['b', 'a', 'd']);
  expect(mentionsIn('发到 wang@example.org，@李静', people)).toEqual([]);
});

test('a text falls into what is plain and who is named, and nothing is lost', () => {
  const pieces = piecesOf('请@王伟东看一下', people);
  expect(pieces).toEqual([
    { text: '请', id: null },
    { text: '@王伟东', id: 'b' },
    { text: '看一下', id: null },
  ]);
});

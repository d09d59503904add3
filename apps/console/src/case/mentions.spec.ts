import { mentionsIn, nameable, piecesOf, savedPiecesOf, unnamedIn } from './mentions.js';

const people = nameable([
  { id: 'a', name: '王伟', organ: 'street' },
  { id: 'b', name: '王伟东', organ: 'street' },
  { id: 'c', name: '李静', organ: 'street' },
  { id: 'd', name: '李静', organ: 'district' },
]);

test('who is named is told, the longer name before the shorter, each once; of two namesakes the organ tells which', () => {
  expect(mentionsIn('请@王伟东，@王伟 @王伟东 @李静（district）看一下', people)).toEqual(['b', 'a', 'd']);
  expect(mentionsIn('发到 wang@example.org，@李静', people)).toEqual([]);
});

test('a name that only begins a longer word names nobody, and the writer is told which words name nobody', () => {
  expect(mentionsIn('请@王伟强看，@王伟2 也看', people)).toEqual([]);
  expect(unnamedIn('请@王伟强 看，@李静 @王伟东看一下 @王伟。@王伟强', people)).toEqual(['@王伟强', '@李静', '@王伟东看一下']);
  expect(unnamedIn('发到 wang@example.org，@ 十点', people)).toEqual([]);
});

test('a text falls into what is plain and who is named, and nothing is lost', () => {
  const text = '请@王伟东 看一下';
  const pieces = [
    { text: '请', id: null },
    { text: '@王伟东', id: 'b' },
    { text: ' 看一下', id: null },
  ];
  expect([piecesOf(text, people), savedPiecesOf(text, people)]).toEqual([pieces, pieces]);
});

test('in a note that was saved who is told stands out also where the word goes on; nobody else by half a name', () => {
  const told = people.filter(({ id }) => id === 'a');
  const said = (text: string) => savedPiecesOf(text, told).flatMap((piece) => (piece.id === null ? [] : [piece.text]));
  expect([said('请@王伟看一下'), said('@王伟 @王伟东')]).toEqual([['@王伟'], ['@王伟']]);
});

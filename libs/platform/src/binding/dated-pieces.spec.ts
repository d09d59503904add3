import { DatedPieces } from './dated-pieces.js';

const saying = (moment: string): string =>
  `%PDF-1.7\n3 0 obj\n<</CreationDate(D:${moment})/Creator(PDFium)/Producer(PDFium)>>\nendobj\n`;
const written = `${saying('20261130081857')}rest`;

test.each([1, 7, 20, 1000])('the moment is another one, however the PDF comes in pieces: of %i bytes', (size) => {
  const pieces: Buffer[] = [];
  const dated = new DatedPieces('20260302090000', (piece) => pieces.push(Buffer.from(piece)));
  for (let at = 0; at < written.length; at += size) dated.take(Buffer.from(written.slice(at, at + size)));
  dated.end();
  expect(Buffer.concat(pieces).toString()).toBe(`${saying('20260302090000')}rest`);
});

test('what says nothing of when it was made comes out as it went in', () => {
  const pieces: Buffer[] = [];
  const dated = new DatedPieces('20260302090000', (piece) => pieces.push(Buffer.from(piece)));
  dated.take(Buffer.from('%PDF-1.7 /CreationDate(D:2020) of a paper'));
  dated.end();
  expect(Buffer.concat(pieces).toString()).toBe('%PDF-1.7 /CreationDate(D:2020) of a paper');
});

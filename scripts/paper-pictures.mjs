/** `npm run docs:papers`, after a change of how papers look: draws some of them, of a made-up case, into docs/papers. */
import './support/check-node.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { bootstrap } from './support/ready.mjs';
import { at, main, tell } from './support/tree.mjs';

const SHOWN = ['reply', 'correction', 'registration_form'];
/** Pixels: what a page of documentation shows beside its text. */
const WIDTH = 900;

const built = (file) => import(pathToFileURL(at('dist/libs', file)).href);

await main(async () => {
  await bootstrap();
  const { Press, Sources } = await built('correspondence/src/index.js');
  const { compose } = await built('correspondence/src/content/compose.js');
  const { sampleTelling } = await built('correspondence/src/sample/sample-case.js');
  const { lawShelf } = await built('casework/src/index.js');
  const { openPdf } = await built('platform/src/pages/pdf-pages.js');
  const { localDate } = await built('calendar/src/index.js');
  const sources = new Sources(at('config'));
  const press = new Press(at('config/fonts'));
  const shelf = lawShelf(at('config'));
  const law = shelf.lawOf(shelf.statute, localDate('2026-03-02'));
  const folder = at('docs/papers');
  fs.mkdirSync(folder, { recursive: true });
  for (const kind of SHOWN) {
    const [pdf] = await press.print(compose(sources.of(kind), sampleTelling(kind, law, sources.words()), false));
    const { picture } = await (await openPdf(pdf)).draw(1);
    const file = path.join(folder, `${kind}.webp`);
    await sharp(picture).resize(WIDTH).flatten({ background: '#ffffff' }).webp({ quality: 70 }).toFile(file);
    tell(`docs/papers/${kind}.webp is drawn.`);
  }
  press.close();
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { roleTexts, stepTexts, type Language } from '@gongkai/contracts';

const HANDBOOK = 'docs/handbook';
const BOOKS = readdirSync(HANDBOOK, { recursive: true, encoding: 'utf8' }).filter((name) => /^(zh|en)[\\/].*\.md$/.test(name));
const LANGUAGES: Readonly<Record<string, Language>> = { zh: 'zh-CN', en: 'en' };

/** What the screens say, in small letters: a button begins with a capital where its step does not. */
function wordsOf(folder: string): ReadonlySet<string> {
  const language = LANGUAGES[folder] ?? 'en';
  const words = `apps/console/src/i18n/${folder}`;
  const sources = readdirSync(words).map((name) => readFileSync(path.join(words, name), 'utf8'));
  const said = sources.flatMap((source) => Array.from(source.matchAll(/'((?:[^'\\\n]|\\.)+)',/g), ([, text = '']) => text));
  const named = [...Object.values(stepTexts), ...Object.values(roleTexts)].map((text) => text[language]);
  return new Set([...said, ...named].map((text) => text.toLowerCase()));
}

describe.each(BOOKS)('the handbook %s', (name) => {
  const text = readFileSync(path.join(HANDBOOK, name), 'utf8');

  test('has in bold what the screens say, word for word; whole sentences apart', () => {
    const words = wordsOf(name.slice(0, 2));
    const bold = Array.from(text.replace(/\s+/g, ' ').matchAll(/\*\*([^*]+)\*\*/g), ([, label = '']) => label);
    const labels = bold.filter((label) => !/[，。,:：]/.test(label) && label.length < 40);
    expect(labels.filter((label) => !words.has(label.toLowerCase()))).toEqual([]);
    expect(labels.length).toBeGreaterThan(3);
  });

  test('shows pictures that are there', () => {
    const shown = Array.from(text.matchAll(/\]\((\.\.\/pictures\/[^)]+)\)/g), ([, file = '']) =>
      path.join(HANDBOOK, name, '..', file),
    );
    expect(shown.filter((file) => !existsSync(file))).toEqual([]);
    expect(shown.length).toBeGreaterThan(0);
  });
});

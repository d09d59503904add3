import { z } from 'zod';
import { ConfigError, problemText, type ConfigProblem } from './config-error.js';
import { parseConfig, type ConfigRules } from './parse-config.js';

const Shelf = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['open', 'closed']),
  width: z.int().min(10).max(90),
  since: z.iso.date().optional(),
  books: z.array(z.strictObject({ title: z.string(), pages: z.number().optional() })).min(1),
  labels: z.record(z.string().regex(/^[a-z]+$/), z.boolean()).optional(),
});

const good = `# a shelf
name: north
kind: open
width: 40
books:
  - { title: atlas, pages: 12.5 }
  - title: dictionary
    pages: 900
`;

function problemsOf(text: string, rules?: ConfigRules): readonly ConfigProblem[] {
  try {
    parseConfig(text, 'shelf.yaml', Shelf, rules);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const edited = (from: string, to: string): string => good.replace(from, to);

describe('a configuration file', () => {
  it('is read as plain values, in which a date stays text', () => {
    expect(parseConfig(`${good}since: 2026-02-15\n`, 'shelf.yaml', Shelf)).toEqual({
      name: 'north',
      kind: 'open',
      width: 40,
      since: '2026-02-15',
      books: [
        { title: 'atlas', pages: 12.5 },
        { title: 'dictionary', pages: 900 },
      ],
    });
  });

  it.each([
    ['a number too large', edited('width: 40', 'width: 400'), 'shelf.yaml:4 width must be at most 90'],
    ['a number too small', edited('width: 40', 'width: 4'), 'shelf.yaml:4 width must be at least 10'],
    ['an empty text', edited('name: north', "name: ''"), 'shelf.yaml:2 name must not be empty; write at least one letter'],
    ['a fraction', edited('width: 40', 'width: 40.5'), 'shelf.yaml:4 width must be a whole number'],
    ['text for a number', edited('width: 40', 'width: wide'), 'shelf.yaml:4 width must be a number'],
    ['an unknown choice', edited('open', 'ajar'), 'shelf.yaml:3 kind must be one of open, closed'],
    ['a missing field: the place it belongs to', edited('width: 40\n', ''), 'shelf.yaml:2 width is missing; add it'],
    ['a missing field within a list entry', edited('title: atlas, ', ''), 'shelf.yaml:6 books[0]: title is missing; add it'],
    [
      'an unknown field',
      edited('width: 40', 'widht: 40\nwidth: 40'),
      'shelf.yaml:4 widht is not known here; remove it or correct its spelling',
    ],
    ['a wrong type deep within', edited('pages: 900', 'pages: many'), 'shelf.yaml:8 books[1]: pages must be a number'],
    ['an impossible date', `${good}since: 2026-02-30\n`, 'shelf.yaml:9 since must be a date; write YYYY-MM-DD'],
    ['an empty list', edited(good.slice(good.indexOf('books:')), 'books: []\n'), 'shelf.yaml:5 books must have at least 1'],
    ['a list that is none', edited(good.slice(good.indexOf('books:')), 'books: atlas\n'), 'shelf.yaml:5 books must be a list'],
    [
      'a name not allowed',
      `${good}labels:\n  North: true\n`,
      'shelf.yaml:10 labels: North is no name allowed here; correct its spelling',
    ],
    ['a list instead of a map', '- a\n- b\n', 'shelf.yaml:1 the file must be a map of fields'],
    [
      'a key given twice',
      edited('width: 40', 'width: 40\nwidth: 41'),
      'shelf.yaml:5 this key is given twice; keep one of the two',
    ],
  ])('refuses %s', (_, text, expected) => {
    expect(problemsOf(text).map(problemText)).toEqual([expected]);
  });

  it('refuses an empty file', () => {
    expect(problemsOf('# nothing yet\n')).toEqual([
      { file: 'shelf.yaml', line: 1, path: '', message: 'the file must be a map of fields' },
    ]);
  });

  it.each([
    ['an open bracket', 'name: north\nbooks: [atlas\nkind: open\n', 3],
    ['a tab for indentation', 'name: north\nbooks:\n\t- atlas\n', 3],
    ['two documents', 'name: north\n---\nname: south\n', 2],
  ])('stops at broken YAML: %s', (_, text, line) => {
    const problems = problemsOf(text);
    expect(problems[0]).toMatchObject({
      line,
      path: '',
      message: expect.stringMatching(/^not valid YAML: .+; correct the line$/) as string,
    });
  });

  it('reports all problems together, in the order of the lines', () => {
    const text = 'kind: ajar\nwidth: 4\ncolour: red\nbooks:\n  - pages: x\n';
    expect(problemsOf(text).map(({ line, path, message }) => [line, path, message])).toEqual([
      [1, '', 'name is missing; add it'],
      [1, '', 'kind must be one of open, closed'],
      [2, '', 'width must be at least 10'],
      [3, '', 'colour is not known here; remove it or correct its spelling'],
      [5, 'books[0]', 'title is missing; add it'],
      [5, 'books[0]', 'pages must be a number'],
    ]);
  });

  it('runs checks across fields even where the shape is wrong too', () => {
    const check = (): { path: string[]; message: string }[] => [{ path: ['kind'], message: 'does not suit the width' }];
    expect(problemsOf(edited('width: 40', 'width: 4'), { check }).map(problemText)).toEqual([
      'shelf.yaml:3 kind does not suit the width',
      'shelf.yaml:4 width must be at least 10',
    ]);
  });

  it('follows an alias to where its values are written', () => {
    const text = edited('  - title: dictionary\n    pages: 900\n', '').replace('- {', '- &atlas {') + '  - *atlas\n';
    expect(problemsOf(text.replace('12.5', 'many'))[0]).toMatchObject({ line: 6, path: 'books[0]' });
  });

  it('refuses an alias that stands within what it names, whose values have no end', () => {
    const check = (data: unknown): [] => JSON.stringify(data) as unknown as [];
    expect(problemsOf('kind: open\nwidth: 40\nbooks: &shelf [*shelf]\n', { check })).toMatchObject([
      { line: 3, message: expect.stringContaining('has no end') as string },
    ]);
  });

  it('carries every problem as one line of text', () => {
    expect(() => parseConfig(edited('width: 40', 'width: 4'), 'shelf.yaml', Shelf)).toThrow(
      'shelf.yaml:4 width must be at least 10',
    );
  });
});

import { ConfigError, problemText } from './config-error.js';
import { parseCalendarYear } from './calendar-file.js';

const FILE = 'config/calendars/cn/2026.yaml';
const good = `region: cn
year: 2026
status: published
versions:
  - version: 1
    notice: a notice
    issuedOn: 2025-11-04
    holidays:
      - { name: New Year, from: 2026-01-01, to: 2026-01-03 }
    makeupWorkdays:
      - 2026-01-04
`;

function problems(text: string, file = FILE): string[] {
  try {
    parseCalendarYear(text, file);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(problemText);
    throw error;
  }
  return [];
}

describe('a calendar file', () => {
  it('is read', () => {
    expect(parseCalendarYear(good, FILE)).toMatchObject({ region: 'cn', year: 2026, status: 'published' });
  });

  it.each([
    [
      'a make-up day in the week',
      '- 2026-01-04',
      '- 2026-01-05',
      '11 versions[0]: makeupWorkdays[0] is no Saturday or Sunday: only those can be made working days',
    ],
    ['a holiday of another year', 'from: 2026-01-01', 'from: 2025-12-31', '9 versions[0]: holidays[0] must lie in 2026'],
    ['a run the wrong way round', 'to: 2026-01-03', 'to: 2025-12-31', '9 versions[0].holidays[0]: to must not be before "from"'],
    ['an impossible date', '2025-11-04', '2025-11-31', '7 versions[0]: issuedOn must be a date in the form YYYY-MM-DD'],
    ['an unknown status', 'published', 'guessed', '3 status must be one of published, estimated'],
    ['a missing notice', '    notice: a notice\n', '', '5 versions[0]: notice is missing; add it'],
    [
      'an unknown field',
      'notice:',
      'notise: x\n    notice:',
      '6 versions[0]: notise is not known here; remove it or correct its spelling',
    ],
  ])('is refused for %s', (_, from, to, expected) => {
    expect(problems(good.replace(from, to))).toEqual([`${FILE}:${expected}`]);
  });

  it('has to say what its place says', () => {
    expect(problems(good, 'config/calendars/cn/2025.yaml')).toEqual([
      'config/calendars/cn/2025.yaml:2 year must be 2025, as the place of the file says; correct the field or move the file',
    ]);
    expect(problems(good, '/somewhere/config/calendars/hk/2026.yaml')).toEqual([
      '/somewhere/config/calendars/hk/2026.yaml:1 region must be hk, as the place of the file says; correct the field or move the file',
    ]);
  });
});

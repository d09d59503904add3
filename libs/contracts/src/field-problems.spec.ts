import { z } from 'zod';
import { CaseFilters } from './case-filters.js';
import { DeadlinesRequest } from './deadline-facts.js';
import { Day } from './day.js';
import { parseInput } from './field-problems.js';
import { keptText } from './kept-text.js';
import { renderProblem } from './problem-texts.js';
import { Refusal } from './problems.js';
import type { Language } from './text.js';

const Form = z.strictObject({
  name: keptText(5).optional(),
  tag: z.string().max(3).optional(),
  count: z.int().min(1).max(20).optional(),
  long: z.string().min(2).optional(),
  price: z.number().positive().lt(100).optional(),
  step: z.number().multipleOf(5).optional(),
  list: z.array(z.string()).min(1).max(2).optional(),
  choice: z.enum(['a', 'b']).optional(),
  mode: z.enum(['in_person', 'ems', 'drone']).optional(),
  grounds: z.array(z.enum(['x'])).optional(),
  only: z.literal(true).optional(),
  sure: z.boolean().optional(),
  mail: z.email().optional(),
  day: Day.optional(),
  either: z.union([z.string(), z.number()]).optional(),
});

function refusalOf(input: unknown, schema: z.ZodType = Form): Refusal {
  try {
    parseInput(schema, input);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was taken');
}

const field = (input: unknown, language: Language = 'zh-CN') => renderProblem(refusalOf(input), language).fields?.[0];

describe('what does not fit a schema', () => {
  it.each([
    [{ count: 0 }, 'too-small', '不能小于1', 'It must be 1 or more'],
    [{ count: 21 }, 'too-big', '不能大于20', 'It must be 20 or less'],
    [{ price: 0 }, 'not-above', '须大于0', 'It must be more than 0'],
    [{ price: 100 }, 'not-below', '须小于100', 'It must be less than 100'],
    [{ step: 7 }, 'not-a-multiple', '须是5的倍数', 'It must be a multiple of 5'],
    [{ name: ' ' }, 'too-short', '必填', 'This is required'],
    [{ long: 'a' }, 'too-short', '太短，至少2个字', 'Too short; the least is 2 character(s)'],
    [{ name: 'abcdef' }, 'too-long', '太长，最多5个字', 'Too long; the most is 5 character(s)'],
    [{ list: [] }, 'too-few', '至少要有1项', 'Too few; the least is 1'],
    [{ list: ['a', 'b', 'c'] }, 'too-many', '最多2项', 'Too many; the most is 2'],
    [{ choice: 'c' }, 'unknown-option', '没有这一选项，可用：a, b', 'No such choice; use one of: a, b'],
    [
      { mode: 'pigeon' },
      'unknown-option',
      '没有这一选项，可用：当面交付（in_person）、EMS（ems）、drone',
      'No such choice; use one of: in person (in_person), EMS (ems), drone',
    ],
    [{ only: false }, 'unknown-option', '没有这一选项，可用：true', 'No such choice; use one of: true'],
    [{ count: 'x' }, 'wrong-type', '类型有误，应为数字', 'It must be a number'],
    [{ count: 1.5 }, 'wrong-type', '类型有误，应为整数', 'It must be a whole number'],
    [{ name: 5 }, 'wrong-type', '类型有误，应为文字', 'It must be text'],
    [{ list: 'a' }, 'wrong-type', '类型有误，应为列表', 'It must be a list'],
    [{ sure: 'yes' }, 'wrong-type', '类型有误，应为true或false', 'It must be true or false'],
    [{ mail: 'nobody' }, 'wrong-format', '格式有误，应为电子邮件地址', 'It must be an e-mail address'],
    [{ day: '2026-02-30' }, 'invalid-date', '不是有效日期，按 YYYY-MM-DD 填写', 'Not a real date; write it as YYYY-MM-DD'],
    [{ day: '0000-01-01' }, 'too-early', '早于1900年1月1日（周一），请核对年份', 'Earlier than Mon 1 Jan 1900; check the year'],
    [{ name: 'a\u0000' }, 'invalid-value', '取值有误', 'Not a valid value'],
    [{ either: [] }, 'invalid-value', '取值有误', 'Not a valid value'],
  ])('%j: %s', (input, code, zh, en) => {
    expect(field(input)).toMatchObject({ code, message: zh });
    expect(field(input, 'en')).toMatchObject({ code, message: en });
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a number', 5],
  ])('%s instead of all of it: the detail names no empty path', (_, input) => {
    const problem = renderProblem(refusalOf(input, DeadlinesRequest), 'zh-CN');
    expect(problem.fields).toEqual([{ path: '', code: 'wrong-type', message: '类型有误，应为对象' }]);
    expect(problem.detail).toBe('类型有误，应为对象');
  });

  it('is told without a word of another language', () => {
    const wrong = {
      receipt: { channel: 'in_person', submittedOn: 5 },
      events: [
        { type: 'extension', dispatchedOn: '2025-07-28', workingDays: 21 },
        { type: 'consultation', id: '', kind: 'friend', dispatchedOn: null },
      ],
      asOf: [],
      statute: '',
    };
    const { fields = [], detail } = renderProblem(refusalOf(wrong, DeadlinesRequest), 'zh-CN');
    expect(fields.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'receipt.submittedOn wrong-type',
      'events.0.workingDays too-big',
      'events.1.id too-short',
      'events.1.kind unknown-option',
      'events.1.dispatchedOn wrong-type',
      'asOf wrong-type',
      'statute too-short',
    ]);
    expect(detail).not.toMatch(/expected|Too |Invalid|must|>=|<=/);
  });
});

describe('a list in an address', () => {
  it('is one text, and named as such when a value in it is unknown', () => {
    expect(refusalOf({ light: 'blue' }, CaseFilters).fields).toMatchObject([{ path: 'light', code: 'unknown-option' }]);
  });
});

test('a choice that the law names is told by that name, in a list too', () => {
  const named = { grounds: { x: { 'zh-CN': '国家秘密', en: 'State secret' } } };
  const told = (language: Language) => renderProblem(refusalOf({ grounds: ['y'] }), language, undefined, named).fields;
  expect([told('zh-CN'), told('en')]).toMatchObject([
    [{ path: 'grounds.0', message: '没有这一选项，可用：国家秘密（x）' }],
    [{ path: 'grounds.0', message: 'No such choice; use one of: State secret (x)' }],
  ]);
});

test('a body of nothing but unknown names is answered with the first hundred of them, not sent back ten times as large', () => {
  const names = Array.from({ length: 5000 }, (_, i) => [`unknown${i}`, 1] as const);
  expect(refusalOf(Object.fromEntries(names)).fields).toHaveLength(100);
  expect(refusalOf({ list: names }).fields.length).toBeLessThanOrEqual(100);
});

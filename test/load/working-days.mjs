/**
 * What a question to the calendar costs when the span is long, beside a short one; run after `npm run build`:
 *
 *     node test/load/working-days.mjs
 *
 * A table of 100 years, Monday to Friday. Ratios are of the medians of rounds that take turns, so that a busy moment hits every span.
 */
import { hrtime } from 'node:process';
import { dayNumber, fromDayNumber, localDate, WorkingDays } from '../../dist/libs/calendar/src/index.js';

const YEARS = [1, 10, 95];
const ROUNDS = 200;
const QUESTIONS = 2000;

const calendar = new WorkingDays({
  from: localDate('2000-01-01'),
  to: localDate('2099-12-31'),
  holidays: [],
  makeupWorkdays: [],
});
const start = localDate('2001-01-01');
const yearsLater = (years) => fromDayNumber(dayNumber(start) + years * 365);

/** One question over a week, or over some years. */
const questions = {
  'add(date, n)': (years) => {
    const n = years === 0 ? 5 : calendar.count(start, yearsLater(years));
    return () => calendar.add(start, n);
  },
  'count(from, to)': (years) => {
    const to = years === 0 ? fromDayNumber(dayNumber(start) + 7) : yearsLater(years);
    return () => calendar.count(start, to);
  },
};

/** Nanoseconds a question takes, asked many times. */
function timed(ask) {
  const begun = hrtime.bigint();
  for (let i = 0; i < QUESTIONS; i += 1) ask();
  return Number(hrtime.bigint() - begun) / QUESTIONS;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function measure(questionOver) {
  const spans = [0, ...YEARS].map((years) => ({ years, ask: questionOver(years), took: [] }));
  for (let round = 0; round < ROUNDS; round += 1) for (const { ask, took } of spans) took.push(timed(ask));
  const [week, ...longer] = spans.map(({ took }) => median(took));
  const ratios = longer.map((took, i) => [`${YEARS[i]} years, of a week`, (took / week).toFixed(2)]);
  return { 'a week, ns': Math.round(week), ...Object.fromEntries(ratios) };
}

console.table(Object.fromEntries(Object.entries(questions).map(([name, over]) => [name, measure(over)])));

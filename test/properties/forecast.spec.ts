import { addDays, localDate, type LocalDate } from '@gongkai/calendar';
import { lawShelf } from '@gongkai/casework';
import { backtest, ForecastModel, lateCountOf, type PastCase } from '@gongkai/lifecycle';
import fc from 'fast-check';
import { landmarksOf } from '../../libs/lifecycle/src/forecast/landmarks.js';

const FIRST = localDate('2019-01-02');
const { calendar } = lawShelf('config').lawOf('cn-ogi-711', FIRST);

type Drawn = {
  readonly organ: string;
  readonly came: number;
  readonly accepted: number;
  readonly used: number;
  readonly extendedBy: number;
  readonly extendedAfter: number;
  readonly pausedAfter: number;
  readonly paused: number;
};

/** A case that came in some day, was taken up, and was answered: some days early or late, now and then extended or paused. */
const pastCase = fc
  .record({
    organ: fc.constantFrom('bureau', 'street'),
    came: fc.integer({ min: 0, max: 300 }),
    accepted: fc.integer({ min: 0, max: 4 }),
    used: fc.integer({ min: 0, max: 35 }),
    extendedBy: fc.constantFrom(0, 0, 10, 20),
    extendedAfter: fc.integer({ min: 1, max: 18 }),
    pausedAfter: fc.integer({ min: 1, max: 10 }),
    paused: fc.constantFrom(0, 0, 3, 15),
  })
  .map((drawn): PastCase => lived(drawn));

function lived({ organ, came, accepted, used, pausedAfter, ...drawn }: Drawn): PastCase {
  const receivedOn = calendar.rollForward(addDays(FIRST, came));
  const at = (days: number): LocalDate => calendar.add(receivedOn, days);
  const stop = pausedAfter > used ? 0 : drawn.paused;
  const isExtended = drawn.extendedBy > 0 && drawn.extendedAfter < used;
  const extendedBy = isExtended ? drawn.extendedBy : 0;
  const repliedOn = at(used + stop);
  return {
    ...{ organ, receivedOn, repliedOn },
    due: at(20 + stop + extendedBy),
    pace: {
      reached: [receivedOn, at(Math.min(accepted, used)), repliedOn, repliedOn, null, null],
      restartedOn: null,
      correctedOn: null,
      extendedOn: isExtended ? at(drawn.extendedAfter) : null,
      extendedBy,
      pauses: stop === 0 ? [] : [{ from: at(pausedAfter), until: at(pausedAfter + stop) }],
    },
  };
}

/** Without an extension or a pause. */
const QUICK = { organ: 'bureau', came: 10, accepted: 1, extendedBy: 0, extendedAfter: 1, pausedAfter: 1, paused: 0 } as const;

const standpoint = fc.record({
  organ: fc.constantFrom('bureau', 'street', 'unknown'),
  link: fc.integer({ min: 0, max: 3 }),
  extended: fc.boolean(),
  left: fc.integer({ min: 0, max: 40 }),
});

const late = ({ repliedOn, due }: PastCase): boolean => repliedOn > due;

describe('where a past case stood', () => {
  test('each day it needed more than it had left exactly where it was extended later, or late', () => {
    fc.assert(
      fc.property(pastCase, (past) => {
        for (const { left, needed, extended, late: wasLate } of landmarksOf(past, calendar)) {
          expect(wasLate).toBe(late(past));
          const willBeExtended = past.pace.extendedOn !== null && !extended;
          if (!willBeExtended) expect(needed > left).toBe(late(past));
          expect(left).toBeGreaterThanOrEqual(0);
          expect(needed).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('without a pause and an extension the days are those of the calendar', () => {
    fc.assert(
      fc.property(pastCase, (past) => {
        if (past.pace.pauses.length > 0 || past.pace.extendedOn !== null) return;
        const landmarks = landmarksOf(past, calendar);
        expect(landmarks.map(({ left }) => left)).toEqual(landmarks.map(({ on }) => calendar.count(on, past.due)));
        const owed = calendar.count(past.receivedOn, past.repliedOn < past.due ? past.repliedOn : past.due);
        expect(landmarks).toHaveLength(owed);
      }),
    );
  });
});

describe('a forecast', () => {
  test('is a chance between its bounds, and days in their order, wherever a case stands', () => {
    fc.assert(
      fc.property(fc.array(pastCase, { minLength: 1, maxLength: 60 }), standpoint, (past, asked) => {
        const forecast = ForecastModel.learn(past, calendar).forecast(asked);
        if (forecast === null) return;
        const { low, late: chance, high, overrun, needed } = forecast;
        expect(overrun).toBeGreaterThanOrEqual(chance - 1e-9);
        for (const share of [low, chance, high, overrun]) expect(share >= 0 && share <= 1).toBe(true);
        expect(low <= chance && chance <= high).toBe(true);
        if (needed !== null) expect(needed.tenth <= needed.median && needed.median <= needed.ninth).toBe(true);
      }),
    );
  });

  test('tells no day where too few stood so, and how few they were', () => {
    const one = lived({ ...QUICK, used: 12 });
    const [at] = landmarksOf(one, calendar);
    if (at === undefined) throw new Error('no day of it was owed');
    const after = (cases: number) =>
      ForecastModel.learn(
        Array.from({ length: cases }, () => one),
        calendar,
      ).forecast(at);
    expect([after(1)?.needed, after(1)?.like, after(9)?.needed]).toEqual([null, 1, null]);
    expect([after(10)?.needed?.ninth, after(10)?.like]).toEqual([11, 10]);
  });

  test('is the same in whatever order it was learnt', () => {
    fc.assert(
      fc.property(fc.array(pastCase, { minLength: 1, maxLength: 40 }), standpoint, (past, asked) => {
        const [one, other] = [past, [...past].reverse()].map((cases) => ForecastModel.learn(cases, calendar).forecast(asked));
        expect(one).toEqual(other);
      }),
    );
  });

  test('rises with every late case that stood where this one stands', () => {
    fc.assert(
      fc.property(fc.array(pastCase, { minLength: 5, maxLength: 40 }), pastCase, (past, one) => {
        const [at] = landmarksOf(one, calendar);
        if (!late(one) || at === undefined) return;
        const model = ForecastModel.learn(past, calendar);
        const before = model.forecast(at)?.late ?? 0;
        model.add(landmarksOf(one, calendar));
        expect(model.forecast(at)?.late).toBeGreaterThan(before);
      }),
    );
  });

  test('a case older than the calendar teaches nothing, and does no harm', () => {
    const young = lived({ ...QUICK, used: 12 });
    const old = { ...young, receivedOn: addDays(calendar.from, -1) };
    expect(ForecastModel.learn([old, young], calendar).learnt).toEqual(ForecastModel.learn([young], calendar).learnt);
    expect(backtest([old], calendar, { from: FIRST, to: localDate('2019-06-28') })).toBeNull();
  });

  test('nothing is forecast from nothing', () => {
    expect(ForecastModel.learn([], calendar).forecast({ organ: 'bureau', link: 1, extended: false, left: 3 })).toBeNull();
    expect(backtest([], calendar, { from: FIRST, to: localDate('2019-06-28') })).toBeNull();
  });
});

test('how many will be late is what counting all ways it may come makes it', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), (chances) => {
      const shares = new Array<number>(chances.length + 1).fill(0);
      for (let ways = 0; ways < 2 ** chances.length; ways += 1) {
        const isLate = chances.map((_, i) => (ways >> i) % 2 === 1);
        const share = chances.reduce((all, chance, i) => all * (isLate[i] ? chance : 1 - chance), 1);
        const count = isLate.filter(Boolean).length;
        shares[count] = (shares[count] ?? 0) + share;
      }
      const { expected, low, high } = lateCountOf(chances);
      const upTo = (count: number): number => shares.slice(0, count + 1).reduce((all, share) => all + share, 0);
      const slack = 1e-6;
      expect(expected).toBeCloseTo(
        shares.reduce((all, share, count) => all + share * count, 0),
        6,
      );
      expect(upTo(low)).toBeGreaterThanOrEqual(0.1 - slack);
      expect(upTo(low - 1)).toBeLessThan(0.1 + slack);
      expect(upTo(high)).toBeGreaterThanOrEqual(0.9 - slack);
      expect(upTo(high - 1)).toBeLessThan(0.9 + slack);
    }),
  );
});

test('a back-test knows of each morning only what had left by then', () => {
  fc.assert(
    fc.property(fc.array(pastCase, { minLength: 20, maxLength: 60 }), (past) => {
      const period = { from: localDate('2019-03-01'), to: localDate('2019-06-28') };
      const later = past.filter(({ receivedOn }) => receivedOn > period.to);
      const judged = backtest(past, calendar, period);
      expect(judged).toEqual(
        backtest(
          past.filter((one) => !later.includes(one)),
          calendar,
          period,
        ),
      );
      if (judged === null) return;
      expect(judged.calibration.reduce((all, { forecasts }) => all + forecasts, 0)).toBe(judged.forecasts);
      expect(judged.brier).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 30 },
  );
});

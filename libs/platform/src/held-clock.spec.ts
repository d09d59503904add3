import { localDate } from '@gongkai/calendar';
import { HeldClock } from './held-clock.js';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-05-07T04:00:00Z');
const shown = (clock: HeldClock): string => clock.now().toISOString();

let [machine, elapsed, theirs, said]: [number, number, number, number[]] = [0, 0, 0, []];
const sources = { machine: () => machine, elapsed: () => elapsed };
const held = (day?: string): HeldClock =>
  new HeldClock(day === undefined ? undefined : localDate(day), { onWrong: (seconds) => said.push(seconds), sources });
const ask = (): Promise<number> => Promise.resolve(theirs);
/** Time goes on for everybody. */
const goOn = (ms: number): void => {
  [machine, elapsed, theirs] = [machine + ms, elapsed + ms, theirs + ms];
};
beforeEach(() => {
  [machine, elapsed, theirs, said] = [NOON, 500, NOON, []];
});

describe('a clock that is held against that of the database', () => {
  it('goes by its machine before it was, and where both go the same', async () => {
    machine = NOON + 20_000;
    const clock = held();
    expect([shown(clock), clock.ahead()]).toEqual(['2026-05-07T04:00:20.000Z', 0]);
    await clock.hold(ask);
    expect([shown(clock), clock.ahead(), said]).toEqual(['2026-05-07T04:00:20.000Z', 20, []]);
  });

  it.each([400 * 24 * HOUR, -400 * 24 * HOUR, 5 * HOUR, -61_000])(
    'goes by the database where its machine is off by %d ms, and says so',
    async (off) => {
      machine = NOON + off;
      const clock = held();
      await clock.hold(ask);
      goOn(HOUR);
      expect([shown(clock), clock.today(), clock.ahead(), said]).toEqual([
        '2026-05-07T05:00:00.000Z',
        '2026-05-07',
        off / 1000,
        [off / 1000],
      ]);
      expect(clock.deviceTime()).toEqual(clock.now());
    },
  );

  it('is not moved by who sets the machine, neither wrong nor right, but by the next comparison', async () => {
    const clock = held();
    await clock.hold(ask);
    machine += 24 * HOUR;
    expect(shown(clock)).toBe('2026-05-07T04:00:00.000Z');
    goOn(30_000);
    await clock.hold(ask);
    expect([shown(clock), clock.ahead()]).toEqual(['2026-05-07T04:00:30.000Z', 86_400]);
    machine -= 24 * HOUR;
    goOn(30_000);
    await clock.hold(ask);
    expect([shown(clock), clock.ahead(), said]).toEqual(['2026-05-07T04:01:00.000Z', 0, [86_400]]);
  });

  it('asks once in twenty seconds, however many want to know', async () => {
    let asked = 0;
    const counted = (): Promise<number> => {
      asked += 1;
      return ask();
    };
    const clock = held();
    await Promise.all([clock.hold(counted), clock.hold(counted)]);
    goOn(19_000);
    await clock.hold(counted);
    expect(asked).toBe(1);
    goOn(1000);
    await clock.hold(counted);
    expect(asked).toBe(2);
  });

  it('says what is wrong again after ten minutes', async () => {
    machine = NOON + 5 * HOUR;
    const clock = held();
    for (let minutes = 0; minutes <= 10; minutes += 1) {
      await clock.hold(ask);
      goOn(60_000);
    }
    expect(said).toEqual([18_000, 18_000]);
  });

  it('takes no answer that was long on its way, and goes on where nobody answers', async () => {
    const clock = held();
    await clock.hold(ask);
    goOn(30_000);
    const late = (): Promise<number> => {
      const asked = theirs;
      goOn(400_000);
      return Promise.resolve(asked);
    };
    await clock.hold(late);
    expect([clock.ahead(), said]).toEqual([0, []]);
    await expect(clock.hold(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(shown(clock)).toBe('2026-05-07T04:07:10.000Z');
  });

  it('shows the time of day on a day that is fixed', async () => {
    machine = NOON + 5 * HOUR;
    const clock = held('2026-03-02');
    await clock.hold(ask);
    expect([shown(clock), clock.deviceTime().toISOString()]).toEqual(['2026-03-02T04:00:00.000Z', '2026-05-07T04:00:00.000Z']);
  });
});

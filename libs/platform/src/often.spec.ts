import { Often } from './often.js';

const HOUR = 3600;

/** Lets everything that is ready happen. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const started: Often[] = [];
afterEach(() => Promise.all(started.splice(0).map((often) => often.stop())));

function begin(work: () => Promise<unknown>, every = HOUR): { often: Often; errors: unknown[] } {
  const errors: unknown[] = [];
  const often = new Often({ work, every, onError: (error) => errors.push(error) });
  started.push(often);
  return { often, errors };
}

test('the first round comes at once, the next after its pause', async () => {
  let rounds = 0;
  const third = new Promise<void>((resolve) => {
    begin(() => {
      rounds += 1;
      if (rounds === 3) resolve();
      return Promise.resolve();
    }, 0.001);
  });
  expect(rounds).toBe(1);
  await third;
});

test('who wakes it does not wait; woken during a round, another follows', async () => {
  let rounds = 0;
  let finish = (): void => undefined;
  const { often } = begin(() => {
    rounds += 1;
    return new Promise<void>((resolve) => (finish = resolve));
  });
  finish();
  await settle();
  often.wake();
  await settle();
  expect(rounds).toBe(2);
  often.wake();
  often.wake();
  await settle();
  expect(rounds).toBe(2);
  finish();
  await settle();
  expect(rounds).toBe(3);
  finish();
  await settle();
  expect(rounds).toBe(3);
});

test('a round that fails is told, and the next one comes', async () => {
  const { often, errors } = begin(() => Promise.reject(new Error('no')));
  await settle();
  often.wake();
  await settle();
  expect(errors.map(String)).toEqual(['Error: no', 'Error: no']);
});

test('it ends after the round that is under way', async () => {
  let finish = (): void => undefined;
  let isOver = false;
  const { often } = begin(() => new Promise<void>((resolve) => (finish = resolve)));
  const stopped = often.stop().then(() => (isOver = true));
  await settle();
  expect(isOver).toBe(false);
  finish();
  await stopped;
});

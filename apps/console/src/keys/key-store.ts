import { combinationOf, isLetter, isTaken, type Combination } from './combination.js';

/** What a key does on this screen. */
export type KeyBinding = {
  /** Any of these; the first ones are shown. */
  readonly keys: readonly Combination[];
  /** What it does, in few words, in the language of the screen. */
  readonly does: string;
  readonly run: () => void;
  /** Its place in the bar at the bottom, from the left; without one it is only in the list of all keys. */
  readonly bar?: number;
};

const KEPT_AS = 'gongkai.letters';

let bindings: readonly KeyBinding[] = [];
const watchers = new Set<() => void>();
const tell = (): void => watchers.forEach((watch) => watch());

/** The keys of what is on the screen; the last one bound wins. */
export const keyStore = {
  now: (): readonly KeyBinding[] => bindings,
  watch: (watcher: () => void): (() => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  /** Binds until the answer is called. */
  bind: (added: readonly KeyBinding[]): (() => void) => {
    bindings = [...bindings, ...added];
    tell();
    return () => {
      bindings = bindings.filter((binding) => !added.includes(binding));
      tell();
    };
  },
  /** Single letters can be switched off by whoever dictates or trembles (WCAG 2.1.4). */
  areLettersOn: (): boolean => localStorage.getItem(KEPT_AS) !== 'off',
  switchLetters: (on: boolean): void => {
    localStorage.setItem(KEPT_AS, on ? 'on' : 'off');
    tell();
  },
};

/** Whether a dialog lies over the page: then keys without Ctrl or Alt are the dialog's. */
const isDialogOpen = (): boolean => document.querySelector('[role=dialog]:not([aria-hidden=true])') !== null;

function press(event: KeyboardEvent): void {
  const combination = combinationOf(event);
  if (combination === undefined || isTaken(combination, event.target)) return;
  if (isLetter(combination) && (!keyStore.areLettersOn() || isDialogOpen())) return;
  const binding = bindings.findLast(({ keys }) => keys.includes(combination));
  if (binding === undefined) return;
  event.preventDefault();
  binding.run();
}

window.addEventListener('keydown', press);

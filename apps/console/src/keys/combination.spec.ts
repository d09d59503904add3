import { combinationOf, isLetter } from './combination.js';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  combinationOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...more });

test.each([
  [press('g'), 'G'],
  [press('G', { shiftKey: true }), 'G'],
  [press(' '), 'Space'],
  [press('?', { shiftKey: true }), '?'],
  [press('ArrowDown'), 'ArrowDown'],
  [press('Enter', { ctrlKey: true }), 'Ctrl+Enter'],
  [press('Enter', { metaKey: true }), 'Ctrl+Enter'],
  [press('t', { altKey: true }), 'Alt+T'],
  [press('Enter', { shiftKey: true }), 'Shift+Enter'],
])('a pressed key is read as it is printed: %s', (read, printed) => {
  expect(read).toBe(printed);
});

test('what an input method composes is never a key', () => {
  expect(press('j', { isComposing: true })).toBeUndefined();
  expect(press('Process')).toBeUndefined();
});

test('single characters can be switched off, the others not', () => {
  expect(['J', '/', 'Space'].every(isLetter)).toBe(true);
  expect(['Ctrl+Enter', 'Enter', 'F1', 'Escape'].some(isLetter)).toBe(false);
});

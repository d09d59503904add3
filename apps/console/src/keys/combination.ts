/** A key as it is printed: `G`, `?`, `Enter`, `ArrowDown`, `Space`, `Ctrl+Enter`, `Alt+T`. */
export type Combination = string;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/** What an input method sends instead of the key that begins a word. */
const COMPOSING = 'Process';

/** The combination that was pressed; undefined while an input method composes. */
export function combinationOf(event: Pressed): Combination | undefined {
  if (event.isComposing || event.key === COMPOSING) return undefined;
  const isCharacter = event.key.length === 1;
  const held = [
    { name: 'Ctrl', is: event.ctrlKey || event.metaKey },
    { name: 'Alt', is: event.altKey },
    { name: 'Shift', is: event.shiftKey && !isCharacter },
  ];
  const names = held.filter(({ is }) => is).map(({ name }) => `${name}+`);
  return `${names.join('')}${nameOf(event.key)}`;
}

function nameOf(key: string): string {
  if (key === ' ') return 'Space';
  return key.length === 1 ? key.toUpperCase() : key;
}

/** Whether it is a single character, which a person may also mean as text. */
export const isLetter = (combination: Combination): boolean => combination.length === 1 || combination === 'Space';

const WRITING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
const CHOOSING = '[role=radiogroup], [role=menu], [role=listbox], [role=tablist], [role=combobox]';
const PRESSING = 'button, a[href], summary, input, [role=button]';

/** Whether the key belongs to what has the focus: text goes into a field, arrows move in a group, Enter presses a button. */
export function isTaken(combination: Combination, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (/^(Ctrl|Alt)\+/.test(combination) || /^(F\d+|Escape|PageUp|PageDown)$/.test(combination)) return false;
  if (target.closest(WRITING) !== null) return true;
  if (combination === 'Enter' || combination === 'Space') return target.closest(PRESSING) !== null;
  return combination.startsWith('Arrow') && target.closest(CHOOSING) !== null;
}

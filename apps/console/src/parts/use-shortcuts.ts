import { useEffect, useEffectEvent } from 'react';

/** What a key does, by its name: `F4`, `Ctrl+Enter`, `Alt+r`, `c`. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const FIELDS = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]';

/** The name of what was pressed. On a Mac the command key is what Ctrl is elsewhere. */
function nameOf({ key, ctrlKey, metaKey, altKey, code }: KeyboardEvent): string {
  const plain = altKey && code.startsWith('Key') ? code.slice(3).toLowerCase() : key.length === 1 ? key.toLowerCase() : key;
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${plain}`;
}

/** Single letters are text where text is written. */
const isTyping = (name: string, target: EventTarget | null): boolean =>
  name.length === 1 && target instanceof Element && target.closest(FIELDS) !== null;

/** Listens to keys while the screen is shown. Nothing happens while an input method composes, or under a dialog. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const name = nameOf(event);
    const act = Object.hasOwn(shortcuts, name) ? shortcuts[name] : undefined;
    if (act === undefined || event.isComposing || event.defaultPrevented || isTyping(name, event.target)) return;
    if (document.querySelector('[aria-modal="true"]') !== null) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

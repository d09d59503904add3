import type { KeyboardEvent } from 'react';

/** Where Enter stops: every field once, a group of radios at the chosen one, and the button that ends the form. */
const STOPS = [
  'input:not([type=radio]):not([type=date]):not([type=file]):not(:disabled)',
  'input[type=radio]:checked',
  'textarea:not(:disabled):not([aria-hidden])',
  'button[data-stop]:not(:disabled)',
].join(', ');

/** Takes the focus to the next or the previous stop of a form. */
function moveFocus(form: HTMLElement, from: HTMLElement, by: 1 | -1): void {
  const stops = [...form.querySelectorAll<HTMLElement>(STOPS)];
  const group = from.closest('[role=radiogroup]');
  const here = stops.findIndex((stop) => stop === from || group?.contains(stop));
  const next = stops[here + by];
  next?.focus();
  if (next instanceof HTMLInputElement || next instanceof HTMLTextAreaElement) next.select();
}

/** Enter accepts and goes on, Shift+Enter goes back, Alt+Enter is a new line. An open list keeps its Enter. */
export function goOnByEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (!isEnter(event) || !(target instanceof HTMLElement) || keepsEnter(target)) return;
  event.preventDefault();
  // A closed list would open.
  if (target.role === 'combobox') event.stopPropagation();
  if (event.altKey && target instanceof HTMLTextAreaElement) addLine(target);
  else moveFocus(event.currentTarget, target, event.shiftKey ? -1 : 1);
}

const isEnter = ({ key, nativeEvent, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === 'Enter' && !nativeEvent.isComposing && !ctrlKey && !metaKey;

const keepsEnter = (target: HTMLElement): boolean =>
  target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || target.ariaExpanded === 'true';

function addLine(area: HTMLTextAreaElement): void {
  area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

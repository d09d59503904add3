const KEPT_AS = 'gongkai.large-text';

/** Whether this browser was left with large text. */
export const isLarge = (): boolean => localStorage.getItem(KEPT_AS) === 'yes';

/** Shows everything larger, here and the next time. */
export function showLarge(large: boolean): void {
  localStorage.setItem(KEPT_AS, large ? 'yes' : 'no');
  document.documentElement.classList.toggle('large', large);
}

document.documentElement.classList.toggle('large', isLarge());

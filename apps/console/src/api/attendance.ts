/** Milliseconds after which a screen that nobody has touched is one where nobody is. */
const AWAY = 90_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

let touchedAt = 0;

/** From now on it is known whether anybody is at this screen. @returns ends it */
export function watchAttendance(): () => void {
  const touch = (): void => void (touchedAt = performance.now());
  touch();
  SIGNS.forEach((sign) => window.addEventListener(sign, touch, { capture: true, passive: true }));
  return () => SIGNS.forEach((sign) => window.removeEventListener(sign, touch, { capture: true }));
}

/** What a request says of itself: one that a screen sends while nobody is there keeps no session open. */
export const attendance = (): Record<string, string> => (performance.now() - touchedAt < AWAY ? {} : { 'x-unattended': '1' });

/** Milliseconds after which a screen that nobody has touched is one where nobody is. */
const AWAY = 90_000;
/** Whoever writes by hand or speaks presses no key. */
const SIGNS = ['keydown', 'input', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

let isThere = false;

/** From now on it is known whether anybody is at this screen. @returns ends it */
export function watchAttendance(): () => void {
  let away: number | undefined;
  const touch = (): void => {
    isThere = true;
    window.clearTimeout(away);
    away = window.setTimeout(() => (isThere = false), AWAY);
  };
  touch();
  SIGNS.forEach((sign) => window.addEventListener(sign, touch, { capture: true, passive: true }));
  return () => {
    window.clearTimeout(away);
    SIGNS.forEach((sign) => window.removeEventListener(sign, touch, { capture: true }));
  };
}

/** What a request says of itself: one that a screen sends while nobody is there keeps no session open. */
export const attendance = (): Record<string, string> => (isThere ? {} : { 'x-unattended': '1' });

import { addDays } from '@gongkai/calendar';
import type { RootParts } from './root-parts.js';
import { signUpTo } from './sign-days.js';

/** An organ whose days are not signed, by its code, and why. */
export type NotSigned = { readonly organ: string; readonly error: unknown };
export type MadeUp = { readonly organs: number; readonly days: number; readonly failed: readonly NotSigned[] };

const BEHIND = `
  SELECT id, code FROM organ
   WHERE ($2::uuid IS NULL OR id = $2) AND NOT EXISTS (SELECT FROM audit_root WHERE organ_id = organ.id AND day >= $1)
   ORDER BY id`;

/**
 * The root of each day that is over: of all that an organ has written down on it, signed and bound to the day before. Whoever comes makes
 * up what is missing; where two come at a time, the second leaves it to the first. Nothing waits for it.
 */
export class DailyRoots {
  constructor(private readonly parts: RootParts) {}

  /** What stands in the way of one organ does not stop the others. @param organId of one organ alone */
  async makeUp(organId?: string): Promise<MadeUp> {
    const { pool, clock } = this.parts;
    const yesterday = addDays(clock.today(), -1);
    const { rows } = await pool.query<{ id: string; code: string }>({ text: BEHIND, values: [yesterday, organId ?? null] });
    const [made, failed] = [{ organs: 0, days: 0 }, [] as NotSigned[]];
    for (const { id, code } of rows) {
      try {
        const days = await signUpTo(this.parts, id, yesterday);
        made.days += days;
        made.organs += days === 0 ? 0 : 1;
      } catch (error) {
        failed.push({ organ: code, error });
      }
    }
    return { ...made, failed };
  }
}

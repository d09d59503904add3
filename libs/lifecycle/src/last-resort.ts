import type { LocalDate } from '@gongkai/calendar';
import { inForce } from '@gongkai/statutes';
import type { Attempt } from './case-notice.js';
import type { CaseLaw } from './case-law.js';
import type { Judgement } from './judgements.js';

/**
 * A public notice is the last resort: as many different ways have failed as the office asks for, or nobody knows where the addressee is,
 * and it is on record what was done to find out (CPL 95). A try counts where something shows that it came back.
 * @param on the day of the notice: the number in force on it counts
 */
export function otherWaysFailed(attempts: readonly Attempt[], statute: CaseLaw['statute'], on: LocalDate): Judgement {
  const failed = attempts.filter(({ mode, cameBackOn }) => mode !== 'public_notice' && cameBackOn !== null);
  const shown = failed.filter(({ backShown }) => backShown === true);
  const needed = neededBy(failed, inForce(statute, 'service.public_notice_after', on));
  const [tried, proven] = [waysIn(failed), waysIn(shown)];
  if (proven >= needed) return null;
  return tried >= needed
    ? { code: 'return-unshown', article: 'CPL 95', facts: { days: unshownDays(failed) } }
    : { code: 'other-ways-open', article: 'CPL 95', facts: { needed, tried } };
}

/** Of somebody whom nobody can find one try will do. */
function neededBy(failed: readonly Attempt[], usual: number): number {
  const last = failed.at(-1);
  return last?.untraceable === true && last.sought !== undefined ? 1 : usual;
}

/** The days on which those left of which nothing shows that they came back. */
const unshownDays = (failed: readonly Attempt[]): string =>
  failed.flatMap(({ on, backShown }) => (backShown === true ? [] : on)).join(', ');

/** EMS or registered mail is the same post to the same door; where nobody told the way it was the usual one. */
const wayOf = ({ mode, otherAddress, addressFrom }: Attempt, i: number): string => {
  if (otherAddress === true) return `elsewhere ${addressFrom?.replaceAll(/\s/gu, '') ?? String(i)}`;
  return mode === 'ems' || mode === 'registered_mail' || mode === null ? 'post' : mode;
};

/** How many different ways these tries went: by another mode, or to another address. The same once more is no other way. */
const waysIn = (tries: readonly Attempt[]): number => new Set(tries.map(wayOf)).size;

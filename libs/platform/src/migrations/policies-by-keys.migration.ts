import { ForwardOnly } from './forward-only.js';
import { HANGING, IN_SIGHT, OF_A_CASE_AND_ORGAN } from './row-security.migration.js';

/**
 * OFFSET keeps the planner from asking this of all parents at once, which it takes for cheaper while they are some thousands: each command read
 * all cases of its organ a dozen times, to know of one whether it is in sight. @param parent its table; key what names it here
 */
const hangsOn = (parent: string, key: string, table: string): string =>
  `(current_setting('gongkai.reach', true) = 'all' OR EXISTS (SELECT FROM ${parent} WHERE ${parent}.id = ${table}.${key} OFFSET 0))`;

/** What hangs on what by now. */
const ALL_HANGING: typeof HANGING = { ...HANGING, letter_mail: ['case_file', 'case_id'] };

/** The policies of the second wall say the same as before, and look up by its key what a row hangs on (docs/decisions/0200). */
export class PoliciesByKeys1795909800000 extends ForwardOnly {
  readonly name = 'PoliciesByKeys1795909800000';
  protected readonly statements = [
    ...Object.entries(ALL_HANGING).map(
      ([table, [parent, key]]) => `ALTER POLICY in_sight ON ${table} USING ${hangsOn(parent, key, table)}`,
    ),
    ...Object.entries(OF_A_CASE_AND_ORGAN).map(
      ([table, key]) =>
        `ALTER POLICY in_sight ON ${table} WITH CHECK (${IN_SIGHT} AND (${key} IS NULL OR ${hangsOn('case_file', key, table)}))`,
    ),
  ];
}

/**
 * Cases that were open on a day between two: from the day of receipt to the day of their end, found by an index of exactly these days, so
 * that it costs what the time between has, whatever years lie before and after it.
 * @param from, to SQL of two dates, e.g. `$1`
 */
export const openBetween = (from: string, to: string): string => `
  case_file.received_on IS NOT NULL AND case_file.concluded_as IS DISTINCT FROM 'voided'
  AND daterange(least(case_file.received_on, case_file.concluded_on),
                CASE WHEN case_file.concluded_on IS NULL THEN NULL ELSE greatest(case_file.received_on, case_file.concluded_on) END, '[]')
      && daterange(${from}::date, ${to}::date, '[]')`;

/** Cases with a reconsideration or suit that was pending on a day between two, by an index of theirs. */
export const challengedBetween = (from: string, to: string): string => `
  case_file.challenged_from IS NOT NULL
  AND daterange(case_file.challenged_from, case_file.challenged_until, '[]') && daterange(${from}::date, ${to}::date, '[]')`;

/** A share in percent with one decimal, as it is written; null where there is nothing to take it of. */
export const percentOf = (part: number, whole: number): string | null => (whole === 0 ? null : ((part / whole) * 100).toFixed(1));

/** A chance in whole percent; what is not nothing is not written as nothing. */
export function chanceOf(chance: number): string {
  if (chance > 0 && chance < 0.01) return '<1';
  return chance < 1 && chance > 0.99 ? '>99' : String(Math.round(chance * 100));
}

/** How many are to be expected, with one decimal. */
export const expectedOf = (cases: number): string => cases.toFixed(1);

/** A number within its own organ: 城管依申请〔2026〕21号 is 21号. */
export const shortNumber = (number: string): string => /〕(\d+号)$/.exec(number)?.[1] ?? number;

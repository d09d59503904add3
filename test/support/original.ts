/** What a review names where no file is given out: an original that is shown. */
export const ORIGINAL = { original: '2026年预算表', originalPages: '12页', originalPlace: '档案室' } as const;

import { z } from 'zod';

/** Several values of a list in a query, separated by commas or named again. */
export const several = <T extends z.ZodType>(value: T) =>
  z.preprocess((given) => (typeof given === 'string' ? given.split(',') : given), z.array(value).min(1).max(20)).optional();

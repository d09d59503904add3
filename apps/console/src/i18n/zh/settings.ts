import type { Words } from '../same-keys.js';

/** Administration. */
export const settings = {
  title: '机构人员',
} as const satisfies Words;

import type { KeyOf } from './same-keys.js';
import type { zh } from './zh/all.js';

/** An area of words: a file in `zh/` and one in `en/`. */
export type Area = keyof typeof zh;
/** What can be said in an area. */
export type Key<A extends Area> = KeyOf<(typeof zh)[A]>;

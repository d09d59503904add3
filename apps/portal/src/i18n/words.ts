import type { zh } from './zh/all.js';

type Zh = typeof zh;
type Singular<K> = K extends `${infer Base}_other` ? `${Base}_one` : never;

/** What English has to say: what is said in Chinese, and what it calls a single one. */
export type InEnglish = Readonly<Record<keyof Zh | Singular<keyof Zh>, string>>;

/** What can be said: the key without its plural form. */
export type Key = { [K in keyof Zh]: K extends `${infer Base}_other` ? Base : K }[keyof Zh];

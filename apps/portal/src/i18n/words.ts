import { apply as applyEn } from './en/apply.js';
import { consulted as consultedEn } from './en/consulted.js';
import { follow as followEn } from './en/follow.js';
import { guides as guidesEn } from './en/guides.js';
import { home as homeEn } from './en/home.js';
import { information as informationEn } from './en/information.js';
import { own as ownEn } from './en/own.js';
import { records as recordsEn } from './en/records.js';
import { shell as shellEn } from './en/shell.js';
import { apply } from './zh/apply.js';
import { consulted } from './zh/consulted.js';
import { follow } from './zh/follow.js';
import { guides } from './zh/guides.js';
import { home } from './zh/home.js';
import { information } from './zh/information.js';
import { own } from './zh/own.js';
import { records } from './zh/records.js';
import { shell } from './zh/shell.js';

/** All words in Chinese. A hole is written `{{name}}`. */
export const zh = {
  ...shell,
  ...home,
  ...guides,
  ...apply,
  ...follow,
  ...own,
  ...consulted,
  ...information,
  ...records,
} as const;

type Zh = typeof zh;
type Singular<K> = K extends `${infer Base}_other` ? `${Base}_one` : never;
type InEnglish<Words> = Readonly<Record<keyof Words | Singular<keyof Words>, string>>;

/** The same in English, which also says what it calls a single one: `…_one` beside each `…_other`. */
export const en: InEnglish<Zh> = {
  ...shellEn,
  ...homeEn,
  ...guidesEn,
  ...applyEn,
  ...followEn,
  ...ownEn,
  ...consultedEn,
  ...informationEn,
  ...recordsEn,
};

/** What can be said: the key without its plural form. */
export type Key = { [K in keyof Zh]: K extends `${infer Base}_other` ? Base : K }[keyof Zh];

import type { Language } from '@gongkai/contracts';
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Area, Key } from './words.js';

const KEPT_AS = 'gongkai.language';
const LANGUAGES = ['zh-CN', 'en'] as const satisfies readonly Language[];

/** The language this browser was left in; Chinese at first. */
const kept = (): Language => LANGUAGES.find((language) => language === localStorage.getItem(KEPT_AS)) ?? 'zh-CN';

/** The words of a language; each is fetched when somebody reads it. */
const WORDS = {
  'zh-CN': async () => (await import('./zh/all.js')).zh,
  en: async () => (await import('./en/all.js')).en,
} as const satisfies Record<Language, unknown>;

/** How a dictionary reads its words. */
export const HOW = {
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
} as const;

/** The dictionary. React draws anew when its language changes. */
const i18n = createInstance();

/** Speaks the language of this browser from now on; nothing can be drawn before. */
export async function beginToSpeak(): Promise<void> {
  const language = kept();
  await i18n.use(initReactI18next).init({ ...HOW, resources: { [language]: await WORDS[language]() }, lng: language });
  document.documentElement.lang = language;
}

/** The language of the screen. */
export const currentLanguage = (): Language => i18n.language as Language;

/** Changes the language, here and for the next time. */
export async function speak(language: Language): Promise<void> {
  for (const [area, words] of Object.entries(await WORDS[language]())) i18n.addResourceBundle(language, area, words);
  localStorage.setItem(KEPT_AS, language);
  document.documentElement.lang = language;
  await i18n.changeLanguage(language);
}

/** What fills the holes of a sentence. */
export type Facts = Readonly<Record<string, string | number>>;
/** Says something of one area. */
export type Say<A extends Area> = (key: Key<A>, facts?: Facts) => string;

/** The words of an area in the present language, for what is drawn once; components take {@link useWords}. */
export const say = <A extends Area>(area: A): Say<A> => sayOf(i18n, area);

/** The words of an area in the language of a dictionary. */
export const sayOf =
  <A extends Area>(dictionary: typeof i18n, area: A): Say<A> =>
  (key, facts) =>
    dictionary.t(key, { ns: area, ...facts });

/** Whether an area says something under this key; for what is named by the server. */
export const isKey = <A extends Area>(area: A, key: string): key is Key<A> => says(area, key) || says(area, `${key}_other`);

const says = (area: Area, key: string): boolean => i18n.getResource(i18n.language, area, key) !== undefined;

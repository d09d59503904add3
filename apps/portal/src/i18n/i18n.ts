import type { Language } from '@gongkai/contracts';
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Key } from './words.js';

const KEPT_AS = 'gongkai.language';
const LANGUAGES = ['zh-CN', 'en'] as const satisfies readonly Language[];

/** The language this browser was left in; at first the one its owner reads. */
const first = (): Language =>
  LANGUAGES.find((language) => language === localStorage.getItem(KEPT_AS)) ??
  (navigator.language.startsWith('en') ? 'en' : 'zh-CN');

/** The words of a language; each is fetched when somebody reads it. */
const WORDS = {
  'zh-CN': async () => (await import('./zh/all.js')).zh,
  en: async () => (await import('./en/all.js')).en,
} as const satisfies Record<Language, unknown>;

const i18n = createInstance();

/** Speaks the language of this browser from now on; nothing can be drawn before. */
export async function beginToSpeak(): Promise<void> {
  const language = first();
  await i18n.use(initReactI18next).init({
    resources: { [language]: { translation: await WORDS[language]() } },
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** The language of the page; before its words are there, the one it will speak: what a page needs is asked for at once. */
export const currentLanguage = (): Language => (i18n.language as Language | undefined) ?? first();

/** Changes the language, here and for the next time. */
export async function speak(language: Language): Promise<void> {
  i18n.addResourceBundle(language, 'translation', await WORDS[language]());
  localStorage.setItem(KEPT_AS, language);
  document.documentElement.lang = language;
  await i18n.changeLanguage(language);
}

/** What fills the holes of a sentence; a number that decides between one and several is `count`. */
export type Facts = Readonly<Record<string, string | number>>;
export type Say = (key: Key, facts?: Facts) => string;

/** Says something in the present language, for what is drawn once. */
export const say: Say = (key, facts) => i18n.t(key, { ...facts });

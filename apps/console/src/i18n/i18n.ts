import type { Language } from '@gongkai/contracts';
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { words, type Area, type Key } from './words.js';

const KEPT_AS = 'gongkai.language';
const LANGUAGES = ['zh-CN', 'en'] as const satisfies readonly Language[];

/** The language this browser was left in; Chinese at first. */
const kept = (): Language => LANGUAGES.find((language) => language === localStorage.getItem(KEPT_AS)) ?? 'zh-CN';

const HOW = {
  resources: words,
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
} as const;

/** The dictionary. React draws anew when its language changes. */
const i18n = createInstance();
void i18n.use(initReactI18next).init({ ...HOW, lng: kept() });

/** The language of papers, whatever that of the screen is: what an applicant takes home is Chinese. */
export const ofPapers = createInstance();
void ofPapers.init({ ...HOW, lng: 'zh-CN' });
document.documentElement.lang = kept();

/** The language of the screen. */
export const currentLanguage = (): Language => i18n.language as Language;

/** Changes the language, here and for the next time. */
export async function speak(language: Language): Promise<void> {
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

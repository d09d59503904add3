/** The languages of the office. */
export type Language = 'zh-CN' | 'en';
/** One sentence in each language. */
export type Text = Readonly<Record<Language, string>>;

/** Puts facts into the holes of a sentence; a hole without a fact is left out. */
export const fill = (text: string, facts: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));

const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{Letter}\p{Number}]+/u);

function pairsOf(word: string): string[] {
  const signs = Array.from(word);
  return signs.slice(1).map((sign, i) => `${signs[i] ?? ''}${sign}`);
}

/** Every two neighbouring characters of a text, once. */
export const bigramsOf = (text: string): string[] => [...new Set(wordsOf(text).flatMap(pairsOf))];

/** Whether a text is nothing but two such characters. */
export const isPair = (text: string): boolean => bigramsOf(text)[0] === text.toLowerCase();

/** Every two neighbouring characters of the texts, as a `tsvector`: finds names and parts of words without a dictionary. */
export const searchVector = (...texts: readonly string[]): string => bigramsOf(texts.join('\n')).map(quoted).join(' ');

/** A pattern of `LIKE` for what contains a text, whatever signs it has. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** By what a case is found. */
export type Findable = {
  /** Its number, who asks, and everything that is asked for: in small letters, a line each. */
  readonly words: string;
  readonly search: string;
};

/** The columns a case is found by. */
export function findable(...texts: readonly string[]): Findable {
  const words = texts.join('\n').toLowerCase();
  return { words, search: searchVector(words) };
}

/** A `tsquery` for the same; null where the text has no two neighbouring characters. What is found has to be looked at again. */
export function searchQuery(text: string): string | null {
  const bigrams = bigramsOf(text);
  return bigrams.length === 0 ? null : bigrams.map(quoted).join(' & ');
}

/** A `tsquery` for texts that have any of these pairs. */
export const anyOf = (bigrams: readonly string[]): string => bigrams.map(quoted).join(' | ');

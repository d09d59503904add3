import type { PersonView } from '@gongkai/contracts';

/** Somebody as a note can name them: after an @, by a name that nobody else of the case bears. */
export type Nameable = { readonly id: string; readonly label: string };

/** Everybody by their name, with their organ where two bear the same. */
export const nameable = <P extends Pick<PersonView, 'id' | 'name' | 'organ'>>(people: readonly P[]): (P & Nameable)[] =>
  people.map((person) => {
    const isAlone = people.every(({ id, name }) => id === person.id || name !== person.name);
    return { ...person, label: isAlone ? person.name : `${person.name}（${person.organ}）` };
  });

/** A piece of a note: plain text, or the name of somebody after an @. */
export type Piece = { readonly text: string; readonly id: string | null };

/** A text in its pieces; where one name begins another the longer one is meant, and no name where it only begins the word. */
export const piecesOf = (text: string, people: readonly Nameable[]): Piece[] => pieces(text, people, isWhole);

/**
 * The same of a note that was saved, with whom it names: who is named by no whole word of it is found where their name begins one, as
 * notes were read that are older than this rule.
 */
export function savedPiecesOf(text: string, people: readonly Nameable[]): Piece[] {
  const whole = mentionsIn(text, people);
  const others = new Set(people.map(({ id }) => id).filter((id) => !whole.includes(id)));
  return pieces(text, people, (rest, { id, label }) => isWhole(rest, { label }) || others.has(id));
}

type IsNamed = (rest: string, person: Nameable) => boolean;

function pieces(text: string, people: readonly Nameable[], isNamed: IsNamed): Piece[] {
  const byLength = people.toSorted((a, b) => b.label.length - a.label.length);
  return text.split(/(?=@)/).flatMap((part): Piece[] => {
    const said = part.startsWith('@') ? part.slice(1) : '';
    const named = byLength.find((one) => said.startsWith(one.label) && isNamed(said, one));
    if (named === undefined) return [{ text: part, id: null }];
    const end = named.label.length + 1;
    return [{ text: part.slice(0, end), id: named.id }, ...(end < part.length ? [{ text: part.slice(end), id: null }] : [])];
  });
}

/** A name ends where no letter and no figure goes on. */
const isWhole = (rest: string, { label }: Pick<Nameable, 'label'>): boolean =>
  label.endsWith('）') || !/^[\p{L}\p{N}]/u.test(rest.slice(label.length));

/** Whom a text names, each once. */
export const mentionsIn = (text: string, people: readonly Nameable[]): string[] => [
  ...new Set(piecesOf(text, people).flatMap(({ id }) => (id === null ? [] : [id]))),
];

/** The words after an @ that name nobody, each once; an address of e-mail names nobody and is none. */
export function unnamedIn(text: string, people: readonly Nameable[]): string[] {
  const all = piecesOf(text, people);
  const words = all.flatMap((piece, i) => {
    const isAddress = /[\w.+-]$/.test(all[i - 1]?.text ?? '');
    const word = piece.id === null && !isAddress ? /^@[\p{L}\p{N}]+/u.exec(piece.text)?.[0] : undefined;
    return word === undefined ? [] : [word];
  });
  return [...new Set(words)];
}

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

/** A text in its pieces; where one name begins another the longer one is meant. */
export function piecesOf(text: string, people: readonly Nameable[]): Piece[] {
  const byLength = people.toSorted((a, b) => b.label.length - a.label.length);
  return text.split(/(?=@)/).flatMap((part): Piece[] => {
    const named = part.startsWith('@') ? byLength.find(({ label }) => part.startsWith(label, 1)) : undefined;
    if (named === undefined) return [{ text: part, id: null }];
    const end = named.label.length + 1;
    return [{ text: part.slice(0, end), id: named.id }, ...(end < part.length ? [{ text: part.slice(end), id: null }] : [])];
  });
}

/** Whom a text names, each once. */
export const mentionsIn = (text: string, people: readonly Nameable[]): string[] => [
  ...new Set(piecesOf(text, people).flatMap(({ id }) => (id === null ? [] : [id]))),
];

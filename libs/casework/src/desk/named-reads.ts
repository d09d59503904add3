import type { ReadRows, Statement } from '@gongkai/platform';

/** The reads of a flight by their names, in the order they are sent; those that are null are not sent. */
export class NamedReads<Name extends string> {
  readonly #names: readonly Name[];
  readonly statements: readonly Statement[];

  constructor(reads: Readonly<Record<Name, Statement | null>>) {
    const sent = (Object.entries(reads) as [Name, Statement | null][]).flatMap(([name, statement]) =>
      statement === null ? [] : [{ name, statement }],
    );
    this.#names = sent.map(({ name }) => name);
    this.statements = sent.map(({ statement }) => statement);
  }

  /** The rows of each read; none for a read that was not sent. */
  rowsOf(answers: ReadRows): (name: Name) => readonly unknown[] {
    return (name) => answers[this.#names.indexOf(name)] ?? [];
  }
}

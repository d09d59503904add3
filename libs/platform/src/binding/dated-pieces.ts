/** What PDFium writes of the document itself: the time of the machine, and nobody can tell it another one. */
const WRITTEN = /\/CreationDate\(D:\d{14}\)\/Creator\(PDFium\)/;
const DAY_AT = '/CreationDate(D:'.length;
const LENGTH = '/CreationDate(D:20260302090000)/Creator(PDFium)'.length;

/** Passes a PDF on, piece by piece, with another moment in the place of the one at which PDFium says it was made. */
export class DatedPieces {
  #held = Buffer.alloc(0);
  #isDated = false;

  /** @param moment `YYYYMMDDhhmmss` */
  constructor(
    private readonly moment: string,
    private readonly pass: (piece: Uint8Array) => void,
  ) {}

  /** The memory of the piece is not its own: nothing of it is kept. */
  take(piece: Uint8Array): void {
    if (this.#isDated) {
      this.pass(piece);
      return;
    }
    const all = Buffer.concat([this.#held, piece]);
    const at = WRITTEN.exec(all.toString('latin1'))?.index;
    if (at === undefined) this.#passAllBut(all, LENGTH - 1);
    else {
      all.write(this.moment, at + DAY_AT, 'latin1');
      this.#isDated = true;
      this.#passAllBut(all, 0);
    }
  }

  /** What was held back in case it went on. */
  end(): void {
    this.#passAllBut(this.#held, 0);
  }

  #passAllBut(all: Buffer, kept: number): void {
    const end = Math.max(0, all.length - kept);
    if (end > 0) this.pass(all.subarray(0, end));
    this.#held = Buffer.from(all.subarray(end));
  }
}

/** Whose paper is sealed. */
export type SealingOrgan = { readonly organCode: string; readonly organ: string };

/**
 * An electronic seal (电子印章). One of our own seals with a key in a file; a service of the province or of a supplier is another
 * implementation of the same.
 */
export type SealService = {
  /** Whether papers of this organ are sealed; of one that has none the place of the seal stays for a stamp. */
  readonly seals: (organCode: string) => boolean;
  /** @returns the PDF with its seal: what is kept and sent. @throws Error where it cannot be sealed; then the step is not taken */
  readonly seal: (pdf: Buffer, whose: SealingOrgan) => Promise<Buffer>;
};

/** Where no electronic seal is set up. */
export const NO_SEAL: SealService = { seals: () => false, seal: (pdf) => Promise.resolve(pdf) };

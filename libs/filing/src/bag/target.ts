/** Where the files of a bag are put, one after the other. */
export type Target = {
  /** Resolves once the file is taken; no more of it is held than a piece. @param path with `/`, of plain names */
  readonly put: (path: string, content: AsyncIterable<Uint8Array>) => Promise<void>;
  /** To be called once, after the last file. */
  readonly end: () => Promise<void>;
};

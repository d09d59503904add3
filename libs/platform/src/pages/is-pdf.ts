/** Bytes within which a PDF says that it is one. */
const HEAD = 1024;

/** Whether a file says that it is a PDF. */
export const isPdf = (content: Buffer): boolean => content.subarray(0, HEAD).includes('%PDF-');

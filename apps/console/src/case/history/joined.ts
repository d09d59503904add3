/** Ends of sentences that a comma cannot follow. */
const END = /[。.；;，,\s]+$/;

/** Particulars in one line: what somebody typed as a sentence goes on after a comma as a part of it. */
export const joined = (parts: readonly string[], comma: string): string =>
  parts.map((part, i) => (i < parts.length - 1 ? part.replace(END, '') : part)).join(comma);

const SHOWN = 8;

/** The first signs of a fingerprint: what a person compares. */
export const shortPrint = (fingerprint: string): string => fingerprint.slice(0, SHOWN);

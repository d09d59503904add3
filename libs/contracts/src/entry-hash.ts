const BEGINS = 'entry-';

/** The end of the address at which a case is opened at an entry of its history; empty where none is meant. */
export const entryHash = (entryId: string | undefined): string => (entryId === undefined ? '' : `#${BEGINS}${entryId}`);

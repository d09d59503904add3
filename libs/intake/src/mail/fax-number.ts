/** A number as it is dialled, in groups or not; how many pages came is none of it. */
const NUMBER = /\+?\(?\d(?:[ ()-]{0,2}\d){6,14}(?!\d|\s*(?:页|张|p\b|pages?\b))/i;

/** The number that called, as a fax gateway puts it into the subject of its mail. */
export const faxNumberIn = (subject: string): string | undefined => NUMBER.exec(subject)?.[0];

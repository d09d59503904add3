const OPENED: ReadonlySet<string> = new Set(['application/pdf', 'image/tiff', 'image/jpeg', 'image/png', 'image/webp']);

/** Whether the pages of a file can be looked at one by one. */
export const canBeOpened = ({ mime }: { readonly mime: string }): boolean => OPENED.has(mime);

/** What one form from home may carry. Without schemas, so that a page of the portal that shows a limit loads none. */
export const MOST_ITEMS = 20;
export const MOST_FILES = 10;

/** How large a file from home may be; it need not be as large as what an office scans. */
export const PUBLIC_FILE_BYTES = 10 * 1024 * 1024;

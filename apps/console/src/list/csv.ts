/** Marks the text as UTF-8 for the spreadsheets of the office. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A cell of a table, quoted where it has to be. What a spreadsheet would take for a formula is kept a text. */
function cellOf(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) && !/^-?\d+$/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180). */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => row.map(cellOf).join(',')).join('\r\n') + '\r\n';

const TYPES = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Gives something to the person as a file. @param name with its ending */
export function download(content: string | Uint8Array<ArrayBuffer>, name: `${string}.${keyof typeof TYPES}`): void {
  handOut(new Blob([content], { type: TYPES[name.endsWith('.csv') ? 'csv' : 'xlsx'] }), name);
}

/** The same of a file that was made by the server. */
export function handOut(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

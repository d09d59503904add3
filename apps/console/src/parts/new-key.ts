/** Of a UUID made by chance: version 4, in the variant of RFC 9562. */
const [VERSION, VARIANT] = [6, 8];

/** An id nobody else has. `crypto.randomUUID` is kept from pages that come without encryption, as within an office's own network. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[VERSION] = ((bytes[VERSION] ?? 0) & 0x0f) | 0x40;
  bytes[VARIANT] = ((bytes[VARIANT] ?? 0) & 0x3f) | 0x80;
  const signs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return signs.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

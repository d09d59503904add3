/** A key nobody else has. `randomUUID` is kept from pages that come without encryption. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const attribute = (level: number, name: number, data: Buffer): Buffer => {
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(data.reduce((all, byte) => all + byte, 0) % 65_536);
  return Buffer.concat([Buffer.from([level]), number(name), number(data.length), data, sum]);
};
const padded = (data: Buffer): Buffer => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
const property = (tag: number, value: Buffer): Buffer =>
  Buffer.concat([number(tag), number(1), number(value.length), padded(value)]);
const properties = (...list: readonly Buffer[]): Buffer => Buffer.concat([number(list.length), ...list]);

/** A property with a name of its own before the others, as Outlook writes some. */
const NAMED = Buffer.concat([
  ...[number(0x8001_0003), Buffer.alloc(16), number(1), number(6), padded(Buffer.from('key\0', 'utf16le').subarray(0, 6))],
  number(7),
]);

/** A file in a pack: the old short name in the letters of the machine, and the long one where there is one. */
export type Packed = { readonly title: Buffer | string; readonly longName?: string; readonly content: Buffer };

const begins = attribute(2, 0x0006_9002, Buffer.alloc(14));

/** A file as it lies in a pack. */
export const packedFile = ({ title, longName, content }: Packed): Buffer =>
  Buffer.concat([
    begins,
    attribute(2, 0x0001_8010, Buffer.concat([Buffer.from(title), Buffer.alloc(1)])),
    attribute(2, 0x0006_800f, content),
    ...(longName === undefined
      ? []
      : [attribute(2, 0x0006_9005, properties(NAMED, property(0x3707_001f, Buffer.from(`${longName}\0`, 'utf16le'))))]),
  ]);

/** A letter that is attached to the letter, itself a pack. */
export const packedLetter = (pack: Buffer): Buffer =>
  Buffer.concat([begins, attribute(2, 0x0006_9005, properties(property(0x3701_000d, Buffer.concat([Buffer.alloc(16), pack]))))]);

/** What Outlook calls winmail.dat, as it sends it to those it takes for its own kind. */
export const outlookPack = (...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([number(0x223e_9f78), Buffer.from([1, 0]), attribute(1, 0x0008_9006, number(65_536)), ...parts]);

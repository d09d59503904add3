import { isUtf8 } from 'node:buffer';

/** A file out of a pack. */
export type Unpacked = { readonly name: string | undefined; readonly content: Buffer };

/** What could be taken out of a pack. */
export type Pack = {
  readonly files: readonly Unpacked[];
  /** Nothing else is in it that a person may have meant to send. */
  readonly isWhole: boolean;
};

const SIGNATURE = 0x223e9f78;
/** The signature, and a key that nobody needs. */
const HEAD = 6;
/** Of an attribute: level, name and length before its bytes, a sum behind them. */
const BEFORE = 9;
const BEHIND = 2;
const BEGINS = 0x0006_9002;
const TITLE = 0x0001_8010;
const DATA = 0x0006_800f;
const PROPERTIES = 0x0006_9005;

/** Properties of an attachment, by their numbers: its name in full, its bytes, and an object that is attached. */
const LONG_NAME = 0x3707;
const CONTENT = 0x3701;
const BINARY = 0x0102;
const OBJECT = 0x000d;
const WIDE_TEXT = 0x001f;
/** An object begins with the number of its kind. */
const KIND_BYTES = 16;
/** Letters that are attached to letters. */
const DEEPEST = 5;

/** Whether these bytes are a pack (TNEF, mostly called winmail.dat), as Outlook sends it to those it takes for its own kind. */
export const isOutlookPack = (content: Buffer): boolean => content.length >= 4 && content.readUInt32LE(0) === SIGNATURE;

/** Takes the files out of a pack, by [MS-OXTNEF]. Nothing is copied: they are no larger than it is. */
export function unpack(content: Buffer, depth = 0): Pack {
  const drafts: Draft[] = [];
  let end = HEAD;
  for (const { name, data, endsAt } of attributesOf(content)) {
    if (name === BEGINS) drafts.push({});
    const draft = drafts.at(-1);
    if (draft !== undefined) takeAttribute(draft, name, data);
    end = endsAt;
  }
  const parts = drafts.map((draft) => filesOf(draft, depth));
  return { files: parts.flatMap(({ files }) => files), isWhole: end === content.length && parts.every(({ isWhole }) => isWhole) };
}

/** An attachment, as far as it has been read. */
type Draft = { title?: string; longName?: string; content?: Buffer; object?: Buffer };

function takeAttribute(draft: Draft, name: number, data: Buffer): void {
  if (name === TITLE) draft.title = worded(data);
  if (name === DATA) draft.content = data;
  if (name === PROPERTIES) for (const property of propertiesOf(data)) takeProperty(draft, property);
}

function takeProperty(draft: Draft, { id, type, value }: Property): void {
  if (id === LONG_NAME) draft.longName = type === WIDE_TEXT ? ended(value.toString('utf16le')) : worded(value);
  if (id === CONTENT && type === BINARY) draft.content ??= value;
  if (id === CONTENT && type === OBJECT) draft.object = value.subarray(KIND_BYTES);
}

/** Of a letter that is attached its files are taken; its words stay where they are. */
function filesOf({ title, longName, content, object }: Draft, depth: number): Pack {
  if (object !== undefined) {
    const isPack = isOutlookPack(object) && depth < DEEPEST;
    return { files: isPack ? unpack(object, depth + 1).files : [], isWhole: false };
  }
  return content === undefined ? { files: [], isWhole: false } : { files: [{ name: longName ?? title, content }], isWhole: true };
}

type Attribute = { readonly name: number; readonly data: Buffer; readonly endsAt: number };

function* attributesOf(content: Buffer): Generator<Attribute> {
  for (let at = HEAD; at + BEFORE <= content.length;) {
    const from = at + BEFORE;
    const to = from + content.readUInt32LE(at + 5);
    if (to > content.length) return;
    at = to + BEHIND;
    yield { name: content.readUInt32LE(from - 8), data: content.subarray(from, to), endsAt: at };
  }
}

type Property = { readonly id: number; readonly type: number; readonly value: Buffer };

/** Bytes of a value, by its type; the types that are not here tell their length themselves. */
const SIZES: Readonly<Record<number, number>> = { 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16 };
const SEVERAL = 0x1000;
const FIRST_NAMED = 0x8000;
const NAMED_BYTES = 20;
const NAMED_BY_TEXT = 1;

/** The properties until the first that cannot be read. */
function* propertiesOf(data: Buffer): Generator<Property> {
  const reader = new Reader(data);
  const count = reader.number();
  for (let i = 0; i < count && !reader.isBeyond(); i += 1) {
    const tag = reader.number();
    if (tag >>> 16 >= FIRST_NAMED) skipName(reader);
    yield* valuesOf(tag, reader);
  }
}

/** Most have one value; several, and those of any length, are counted first. */
function* valuesOf(tag: number, reader: Reader): Generator<Property> {
  const type = tag & 0xffff & ~SEVERAL;
  const size = SIZES[type];
  const count = size === undefined || (tag & SEVERAL) !== 0 ? reader.number() : 1;
  for (let i = 0; i < count && !reader.isBeyond(); i += 1) {
    const value = reader.bytes(size ?? reader.number());
    if (!reader.isBeyond()) yield { id: tag >>> 16, type, value };
  }
}

function skipName(reader: Reader): void {
  const kind = reader.bytes(NAMED_BYTES).readUInt32LE(NAMED_BYTES - 4);
  const told = reader.number();
  if (kind === NAMED_BY_TEXT) reader.bytes(told);
}

/** Reads on and on; behind the end there is nothing but zeros. */
class Reader {
  #at = 0;
  #isBeyond = false;

  constructor(private readonly data: Buffer) {}

  isBeyond(): boolean {
    return this.#isBeyond;
  }

  number(): number {
    return this.bytes(4).readUInt32LE(0);
  }

  /** What comes next begins where four bytes are full. */
  bytes(length: number): Buffer {
    const from = this.#at;
    this.#isBeyond ||= from + length > this.data.length;
    this.#at += Math.ceil(length / 4) * 4;
    return this.#isBeyond ? Buffer.alloc(NAMED_BYTES) : this.data.subarray(from, from + length);
  }
}

const ended = (text: string): string => text.split('\0')[0] ?? '';
/** A name in the letters of the machine that wrote it: on a Chinese desk UTF-8, or GB 18030. */
const worded = (data: Buffer): string => ended(isUtf8(data) ? data.toString() : new TextDecoder('gb18030').decode(data));

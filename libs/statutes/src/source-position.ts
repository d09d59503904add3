import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
  type YAMLMap,
} from 'yaml';

/** Keys and list positions from the top of the file to a value. */
export type ConfigPath = readonly PropertyKey[];

/** A YAML text with its values and the line each of them stands on. */
export type ConfigSource = {
  /** The values as plain objects; what could be read where the text has errors. */
  readonly data: unknown;
  /** Errors of the YAML itself: broken syntax, a key given twice. */
  readonly errors: readonly { readonly line: number; readonly message: string; readonly duplicateKey: boolean }[];
  /** The line (from 1) of the key or list entry at a path; of the nearest entry above it where the path does not exist. */
  readonly lineOf: (path: ConfigPath) => number;
};

/** Reads a YAML text and remembers where everything stands. Never throws. */
export function readSource(text: string): ConfigSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const circles = circlesIn(document).map((offset) => ({ line: lineAt(offset), message: CIRCLE, duplicateKey: false }));
  return {
    data: circles.length > 0 ? null : plainValue(document),
    errors: [
      ...[...document.errors, ...document.warnings].map((error) => ({
        line: lineAt(error.pos[0]),
        message: errorMessage(error),
        duplicateKey: error.code === 'DUPLICATE_KEY',
      })),
      ...circles,
    ],
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

const CIRCLE = 'this alias names what it stands in itself and has no end; write out what is meant';

/** Where an alias stands within what it names: whoever walks through such values never comes to an end. */
function circlesIn(document: Document): readonly number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias: (_key, alias, path) => {
      const named = alias.resolve(document);
      if (named !== undefined && path.some((node) => node === named)) offsets.push(alias.range?.[0] ?? 0);
    },
  });
  return offsets;
}

function plainValue(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return null;
  }
}

function errorMessage(error: YAMLError): string {
  if (error.code === 'DUPLICATE_KEY') return 'this key is given twice; keep one of the two';
  return `not valid YAML: ${error.message}; correct the line`;
}

function offsetOf(document: Document, path: ConfigPath): number {
  let node: unknown = document.contents;
  let offset = isCollection(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    const found = entryAt(isAlias(node) ? node.resolve(document) : node, step);
    if (!found) return offset;
    offset = found.offset;
    node = found.value;
  }
  return offset;
}

type Entry = { readonly offset: number; readonly value: unknown };

function entryAt(node: unknown, step: PropertyKey): Entry | null {
  if (isMap(node)) return mapEntry(node, String(step));
  return isSeq(node) ? listEntry(node.items[Number(step)]) : null;
}

function mapEntry({ items }: YAMLMap, name: string): Entry | null {
  for (const { key, value } of items)
    if (isScalar(key) && String(key.value) === name) return { offset: key.range?.[0] ?? 0, value };
  return null;
}

function listEntry(item: unknown): Entry | null {
  return isNode(item) ? { offset: item.range?.[0] ?? 0, value: item } : null;
}

import { withBytes, type BindingPdfium } from './binding-pdfium.js';

/** What is needed of WebAssembly, which the types of Node do not know. */
type Wasm = {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly f: unknown } };
};
declare const WebAssembly: Wasm;

/** A module of WebAssembly that takes one function of three numbers and hands it out again, as a table of PDFium needs it. */
const PASSED_ON = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 8, 1, 0x60, 3, 0x7f, 0x7f, 0x7f, 1, 0x7f],
  ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0],
  ...[7, 5, 1, 1, 0x66, 0, 0],
]);

/**
 * Writes a document as PDFium writes it, piece by piece. The package exports no way to hand it a function, and its table does not grow; place 0, which nothing calls, is
 * free for one.
 * @param take takes a piece before it returns: the memory is not its own. @throws Error where it cannot be written
 */
export function savePdf(pdfium: BindingPdfium, document: number, take: (piece: Uint8Array) => void): void {
  const write = (_writer: number, pointer: number, size: number): number => {
    take(pdfium.HEAPU8.subarray(pointer, pointer + size));
    return 1;
  };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(PASSED_ON), { e: { f: write } });
  pdfium.wasmExports.__indirect_function_table.set(0, exports.f);
  const writer = Buffer.alloc(8);
  writer.writeInt32LE(1, 0);
  if (withBytes(pdfium, writer, (pointer) => pdfium._FPDF_SaveAsCopy(document, pointer, 0)) === 0)
    throw new Error('The PDF cannot be written.');
}

import path from 'node:path';
import { Refusal, type IncomingFinding, type PageView } from '@gongkai/contracts';
import { sha256 } from '../crypto.js';
import type { FileStore, KeptFile } from '../file-store.js';
import type { PageDrawer } from '../pages/page-drawer.js';
import { readFax, type FaxContent } from './fax-file.js';

/** A fax that has been read to its end, and kept. */
export type KeptFax = {
  /** Its content, kept; null where the office does not keep files of that kind. */
  readonly file: (KeptFile & { readonly name: string }) | null;
  /** The same for the same content. */
  readonly key: string;
  readonly sender: string | undefined;
  readonly pages: number | undefined;
  readonly readable: boolean;
  readonly findings: readonly IncomingFinding[];
  /** The same for the same pages, whatever is written beside them in the file. */
  readonly pagesPrint: string | undefined;
  /** Its pages, as they have been drawn for the screen. */
  readonly drawn: readonly PageView[];
};

type FaxKeepers = { readonly store: Pick<FileStore, 'save'>; readonly drawer: Pick<PageDrawer, 'draw' | 'pagesIn'> };

/** Keeps a fax as it came, however much of it can be read. @param name as the file was called */
export async function keepFax(content: Buffer, name: string, { store, drawer }: FaxKeepers): Promise<KeptFax> {
  const key = sha256(content);
  const { ending, ...fax } = await readFax(content, key, drawer);
  const kept = await keep(content, { name, ending, findings: fax.findings }, store);
  return { ...fax, ...kept, key, readable: fax.readable && kept.file !== null };
}

type Named = Pick<FaxContent, 'ending' | 'findings'> & { readonly name: string };

async function keep(
  content: Buffer,
  { name, ending, findings }: Named,
  store: FaxKeepers['store'],
): Promise<Pick<KeptFax, 'file' | 'findings'>> {
  if (ending === undefined) return { file: null, findings };
  const called = `${path.parse(name).name}.${ending}`;
  try {
    const kept = await store.save(pieces(content), { name: called, mayBreakOff: true });
    return { file: { ...kept, name: called }, findings };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const finding = error.code === 'file-infected' ? ({ code: error.code, detail: called } as const) : refused(error);
    return { file: null, findings: [...findings, finding] };
  }
}

const refused = ({ code: detail }: Refusal): IncomingFinding => ({ code: 'file-refused', detail });

async function* pieces(content: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}

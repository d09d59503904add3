import { Readable } from 'node:stream';
import type { Person, StoredFiles } from '@gongkai/casework';
import type { FileView } from '@gongkai/contracts';
import { checkGlyphs } from '../content/glyphs.js';
import type { Paper } from '../content/paper.js';
import type { SealService } from '../seal/seal-service.js';
import type { Press } from './press.js';
import { MARK } from './typography.js';

/** What prints a paper, seals it and keeps it. */
export type PrintingParts = {
  readonly press: Press;
  readonly seal: SealService;
  readonly files: Pick<StoredFiles, 'keepLoose'>;
};

type Printing = {
  /** What both files are called, without their endings. */
  readonly name: string;
  /** It is sealed where the organ seals. */
  readonly isIssued: boolean;
  /** Whose paper it is, whoever has it printed. */
  readonly organ: { readonly id: string; readonly code: string };
  readonly actor: Person;
  /** Until when, where a row is held meanwhile. */
  readonly within?: AbortSignal | undefined;
};

/** Prints a paper in both forms and keeps them for its organ. @throws Refusal `invalid-request` where a letter is in no font, `press-silent` */
export async function printed(
  paper: Paper,
  { name, isIssued, organ, actor, within }: Printing,
  { press, seal, files }: PrintingParts,
): Promise<Readonly<Record<'pdf' | 'docx', FileView>>> {
  checkGlyphs(paper, press.fonts);
  const { sealed } = paper;
  const isSealed = isIssued && sealed !== null && seal.seals(organ.code);
  // What is sealed says so, where otherwise the stamp goes.
  const [drawn, docx] = await press.print(
    isSealed ? { ...paper, sealed: { ...sealed, mark: MARK.electronicSeal } } : paper,
    within,
  );
  const pdf = isSealed ? await seal.seal(drawn, { organCode: organ.code, organ: paper.organ }) : drawn;
  const keep = (format: 'pdf' | 'docx', content: Buffer): Promise<FileView> =>
    files.keepLoose({
      content: Readable.from([content]),
      claim: { name: `${name}.${format}` },
      actor: { ...actor, organId: organ.id },
    });
  return { pdf: await keep('pdf', pdf), docx: await keep('docx', docx) };
}

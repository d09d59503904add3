import type { Readable } from 'node:stream';
import type { Person } from '@gongkai/casework';
import { Refusal } from '@gongkai/contracts';
import type { CommandPool, FileStore } from '@gongkai/platform';
import type { Assessments } from './assessments/assessments.js';
import { readEvidence, type Evidence } from './evidence.js';
import type { Rectifications } from './rectifications/rectifications.js';

type Parts = {
  readonly pool: CommandPool;
  readonly store: Pick<FileStore, 'read'>;
  readonly assessments: Pick<Assessments, 'filesOf'>;
  readonly rectifications: Pick<Rectifications, 'filesOf'>;
};

/** Evidence, handed out to whoever sees the assessment that names it: the only files that a third-party assessor is given. */
export class EvidenceFiles {
  constructor(private readonly parts: Parts) {}

  /** @throws Refusal `role-missing`; `not-found` where the assessment names no such file; `file-altered` */
  async open(person: Person, assessment: string, id: string): Promise<{ readonly view: Evidence; readonly content: Readable }> {
    const { assessments, rectifications, pool, store } = this.parts;
    const named = [await assessments.filesOf(person, assessment), await rectifications.filesOf(person, assessment)];
    const givers = named.flatMap((one) => (one.ids.includes(id) ? one.givers : []));
    const view = (await readEvidence({ ids: [id], givers }, pool)).get(id);
    if (view === undefined) throw new Refusal('not-found');
    return { view, content: await store.read(id) };
  }
}

import { isReleased } from '@gongkai/lifecycle';
import { Readable } from 'node:stream';
import type { LocalDate } from '@gongkai/calendar';
import type { PaperMaker, Person, StoredFiles } from '@gongkai/casework';
import type { CaseView, Command, PaperRequest } from '@gongkai/contracts';
import type { Papers, Press } from '@gongkai/correspondence';
import type { Planned } from './plan.js';

/** A step with what lies beside it, and the paper that is made with it. */
export type Furnished = { readonly command: Command; readonly makePaper?: PaperMaker | undefined };

/** Who takes a step of which case, as it was before. */
type Taking = { readonly planned: Planned; readonly view: CaseView; readonly actor: Person };

type Parts = {
  readonly papers: Pick<Papers, 'maker' | 'of'>;
  readonly press: Pick<Press, 'print'>;
  readonly files: Pick<StoredFiles, 'add'>;
  /** The last day that is played. */
  readonly until: LocalDate;
};

const PDF = 'application/pdf';

/**
 * The papers of the cases that a demonstration has filed: what was given out, reply, proof of service and the records of the office, drawn as
 * an office draws them, so that catalogue, bundle and export have something in them. The others get theirs from whoever tries the program.
 */
export class DemoPapers {
  constructor(private readonly parts: Parts) {}

  /** The step with its papers; as it is where the case is not filed by the last day. */
  async furnish(command: Command, taking: Taking): Promise<Furnished> {
    if (!this.#isFiled(taking.planned)) return { command };
    if (command.type === 'signReply' || command.type === 'file')
      return { command, makePaper: await this.parts.papers.maker(command, taking.actor, true) };
    const file = await this.#fileFor(command, taking);
    return { command: file === null ? command : ({ ...command, fileIds: [file] } as Command) };
  }

  #isFiled({ script }: Planned): boolean {
    return script.steps.some(({ type, day }) => type === 'file' && day <= this.parts.until);
  }

  async #fileFor(command: Command, taking: Taking): Promise<string | null> {
    if (command.type === 'decideItem' && isReleased(command)) return this.#record(command.itemId, taking);
    if (command.type !== 'recordService' || command.noticeId !== 'reply') return null;
    const about = taking.view.notices.findLast(({ kind }) => kind === 'reply')?.id;
    return about === undefined ? null : this.#drawn({ kind: 'service_proof', about }, taking);
  }

  async #drawn(asked: PaperRequest, { view, actor }: Taking): Promise<string> {
    return (await this.parts.papers.of(asked, { actor, caseId: view.id, language: 'zh-CN' })).pdf.id;
  }

  /** What is given out: a page of the office, made up like everything here. */
  async #record(itemId: string, { view, actor }: Taking): Promise<string> {
    const about = view.items.find(({ id }) => id === itemId)?.description ?? view.number;
    const [pdf] = await this.parts.press.print({
      ...{ form: 'sheet', page: null, organ: '', title: about, number: null, addressee: null, attachments: [] },
      blocks: [
        {
          type: 'paragraph',
          text: `本页为演示数据，内容均为虚构。与“${about}”有关的记录共一页，未涉及国家秘密、商业秘密和个人隐私。`,
        },
      ],
      ...{ sealed: null, contact: null, day: view.receipt.receivedOn ?? this.parts.until, draft: false },
    });
    const claim = { name: `${about}.pdf`, mime: PDF };
    return (await this.parts.files.add({ content: Readable.from([pdf]), claim, actor })).id;
  }
}

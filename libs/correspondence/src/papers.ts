import { randomUUID } from 'node:crypto';
import {
  actingIn,
  letterEntriesSql,
  nameInCase,
  SAID_BY_LINK,
  saidByLink,
  type AnswerLinks,
  type CaseDesk,
  type CaseQueries,
  type LetterEntry,
  type PaperMaker,
  type PaperMatter,
  type Person,
  type SaidByLink,
  type SaidRow,
  type StoredFiles,
} from '@gongkai/casework';
import { fieldMessage, type Command, type DrawnPaper, type Language, type PaperRequest } from '@gongkai/contracts';
import { corrected } from '@gongkai/lifecycle';
import type { Sealer } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { checkParticulars } from './brought/particulars.js';
import { looking, readAhead } from './brought/looked-at.js';
import { refusePreviews } from './brought/previews.js';
import type { BroughtTools } from './brought/read-brought.js';
import { ReplyCheck } from './brought/reply-check.js';
import { checkStamped } from './brought/stamped.js';
import { asIssued, issueOf, nameOfPaper, type Issue } from './issued.js';
import { compose } from './content/compose.js';
import { checkGlyphs, spelledOut } from './content/glyphs.js';
import type { ReplySource, Source } from './content/source.js';
import type { Sources } from './content/sources.js';
import { allowed, whileHeld, type Drawing, type ToCheck, type Tried } from './drawing.js';
import { printed, type PrintingParts } from './print/printed.js';
import { wordingInForce } from './wording/in-force.js';
import { readOrgan } from './values/organ.js';
import { recordPapersOf } from './values/record-papers.js';
import { broughtBy, hasLeft, isDraft, isDrawnWith, paperOf, refuseUnkept, shownOf } from './step-papers.js';
import { aboutOf, papersWith } from './drawn-anew.js';
import { noticeOf, type About, type FileListed, type Telling } from './values/telling.js';

type Parts = BroughtTools &
  PrintingParts & {
    /** Not the connections of commands: a step that is taken holds one of them already. */
    readonly source: DataSource;
    readonly desk: Pick<CaseDesk, 'drafted'>;
    readonly queries: Pick<CaseQueries, 'paperMatter'>;
    readonly sources: Sources;
    readonly links: Pick<AnswerLinks, 'addressOf' | 'followed'>;
    readonly files: Pick<StoredFiles, 'keepLoose' | 'find'>;
    readonly sealer: Pick<Sealer, 'open'>;
  };

/** Who asks for a paper of which case, in which language reasons are told. */
export type Asking = { readonly actor: Person; readonly caseId: string; readonly language: Language };

/** The papers of cases: drawn to be looked at, or with the step that sends them. */
export class Papers {
  readonly #replies: ReplyCheck;

  constructor(private readonly parts: Parts) {
    this.#replies = new ReplyCheck({
      tools: parts,
      fonts: () => parts.press.fonts,
      own: (matter) => this.#source({ kind: 'reply', matter }),
      shipped: () => parts.sources.of('reply'),
      telling: (matter) => this.#telling({ kind: 'reply', matter }),
    });
  }

  /**
   * What would go out with a step, with the number that comes next; the case stays as it is.
   * @throws Refusal as the step itself, and `invalid-request` with what the paper lacks or one that is brought says otherwise, or where
   * the step sends none
   */
  async draft(command: Command, asking: Asking): Promise<DrawnPaper> {
    const kind = paperOf(command);
    const matter = await this.#drafted(command, asking);
    await this.#checkBrought({ command, actor: asking.actor, look: looking(command, this.parts) }, matter);
    if (kind === 'reply' && broughtBy(command).length === 0) await this.#replies.wording(matter);
    return this.#drawn({ kind: shownOf(kind, matter), matter, draft: true, actor: asking.actor });
  }

  /**
   * Holds what comes with a step against the case before that is so: the reply that comes with its signature, the stamped copy of a letter,
   * previews among what is sent; and the letter that would be drawn.
   * @param draw whether it is to be drawn; without it as the step needs
   * @throws Refusal `invalid-request` with all that differs, or what the letter cannot be drawn of
   */
  async check(command: Command, asking: Asking, draw?: boolean): Promise<void> {
    refuseUnkept(command, draw);
    const look = looking(command, this.parts);
    // With the filing the records of the office are drawn, and whoever files may still say that they are not.
    const isDrawn = isDrawnWith(command, command.type === 'file' ? draw === true : draw);
    if (look === null && !isDrawn && broughtBy(command).length === 0) return;
    const matter = await this.#drafted(command, asking);
    await this.#checkBrought({ command, actor: asking.actor, look }, matter);
    if (isDrawn) await this.#checkDrawn(command, matter);
  }

  /** As far as it can be told before its number is drawn. */
  async #checkDrawn(command: Command, matter: PaperMatter): Promise<void> {
    for (const one of papersWith(command, matter)) {
      if (one === 'reply') await this.#replies.wording(matter, true);
      const asked = { kind: one, matter, about: aboutOf(command) };
      checkGlyphs(compose(await this.#source(asked), await this.#telling(asked), true), this.parts.press.fonts);
    }
  }

  /** What would stand against the signature of a draft that is submitted, in words; with other steps nothing. */
  async foreseen(command: Command, asking: Asking): Promise<readonly string[]> {
    if (command.type !== 'submitForApproval') return [];
    const found = await this.#replies.foreseen(command.fileIds ?? [], await this.#drafted(command, asking));
    return found.map((problem) => fieldMessage(problem, asking.language));
  }

  async #checkSent(command: Command, { organId }: Person, previews: ReadonlySet<string>): Promise<void> {
    if (previews.size === 0) return;
    const names = await this.parts.source.query<FileListed[]>(FILES, [organId, [...previews], null]);
    refusePreviews(command, previews, (id) => names.find((file) => file.id === id)?.name ?? id);
  }

  #drafted(command: Command, { actor, caseId, language }: Asking): Promise<PaperMatter> {
    return this.parts.desk.drafted({ id: randomUUID(), caseId, actor, command, language });
  }

  /**
   * A paper as the case stands; a letter that was drawn with its step as it went out. Where the case keeps no copy it is drawn without the
   * seal, which vouches for what went out; of one that somebody brought a preview is drawn.
   * @throws Refusal `case-not-found`, `invalid-request`
   */
  async of({ kind, about }: PaperRequest, { actor, caseId }: Asking): Promise<DrawnPaper> {
    const matter = await this.parts.queries.paperMatter(actor, caseId);
    const asked = { kind, matter, about };
    const issue = issueOf(asked);
    const kept = issue?.as === 'drawn' ? await this.#kept(asked, issue, actor) : undefined;
    if (kept !== undefined) return kept;
    const draft = isDraft(kind, matter) || issue?.as === 'brought';
    return this.#drawn({ ...asked, draft, actor: actingIn(actor, matter.organId) });
  }

  /** What was drawn with its step and went out, as it lies in the case. */
  async #kept({ kind, matter }: About, issue: Issue & { readonly as: 'drawn' }, reader: Person): Promise<DrawnPaper | undefined> {
    const { source, files } = this.parts;
    const listed = await source.query<FileListed[]>(FILES, [matter.organId, issue.fileIds, matter.head.id]);
    const { number } = issue.notice;
    const forms = await asIssued(nameOfPaper(kind, number ?? matter.head.number), listed, { files, reader });
    return forms === undefined ? undefined : { kind, number, ...forms };
  }

  /**
   * Makes the paper of a step as the step is taken. No letter is made without one: it is drawn unless somebody brings their own (a reply
   * then says what the case says), and nothing is filed without the records of the office (REG 45). What prints it is ready by then: who
   * draws its number holds up all who draw one of the same series.
   * What is wrong with it is told in its turn, after all that the desk finds.
   * @param draw whether it is to be drawn; without it as the step needs
   * @param tried the same step without its write, where files of it have to be read: a step that is refused has none read
   * @returns undefined where nothing has to be made or looked at; what is made is refused (`press-silent`) where it takes too long
   */
  async maker(command: Command, actor: Person, draw?: boolean, tried: Tried = allowed): Promise<PaperMaker | undefined> {
    const isDrawn = isDrawnWith(command, draw);
    if (isDrawn) await this.parts.press.ready();
    const look = looking(command, this.parts);
    if (look !== null) await readAhead(look, tried);
    const made = isDrawn ? this.#maker(command, actor) : this.#recorder(command, actor);
    if (draw !== false && look === null && broughtBy(command).length === 0) return made;
    return async (matter) => {
      refuseUnkept(command, draw);
      await this.#checkBrought({ command, actor, look }, matter);
      return made === undefined ? [] : made(matter);
    };
  }

  async #checkBrought({ command, actor, look }: ToCheck, matter: PaperMatter): Promise<void> {
    await this.#replies.brought(broughtBy(command), matter);
    if (look === null) return;
    const { previews, stamped, told } = await look();
    await checkStamped(stamped, matter, this.parts);
    checkParticulars(told, command, matter);
    await this.#checkSent(command, actor, previews);
  }

  #maker(command: Command, actor: Person): PaperMaker {
    return async (matter) => {
      const [ids, within]: [string[], AbortSignal] = [[], whileHeld()];
      for (const one of papersWith(command, matter)) {
        if (one === 'reply') await this.#replies.wording(matter);
        const isIssued = !hasLeft(command, matter);
        const { pdf, docx } = await this.#drawn({
          kind: one,
          matter,
          about: aboutOf(command),
          draft: false,
          isIssued,
          actor,
          within,
        });
        ids.push(pdf.id, docx.id);
      }
      return ids;
    };
  }

  /**
   * An answer that came by link is put on file with the step that takes it down, in the words in which it came (REG 45). One that came on
   * paper is there already.
   */
  #recorder(command: Command, actor: Person): PaperMaker | undefined {
    if (command.type !== 'recordAnswer') return undefined;
    const about = command.consultationId;
    return async (matter) => {
      if ((await this.#said(matter, about)).length === 0) return [];
      const { pdf, docx } = await this.#drawn({
        kind: 'answer_by_link',
        matter,
        about,
        draft: false,
        actor,
        within: whileHeld(),
      });
      return [pdf.id, docx.id];
    };
  }

  /** What was answered by link to a letter, and is put to the case or says what is recorded. */
  async #said({ head, reckoned }: PaperMatter, about: string | undefined): Promise<readonly SaidByLink[]> {
    const { source, sealer } = this.parts;
    const asked = reckoned.now.file.consultations.findLast(({ id }) => about === undefined || id === about);
    if (asked === undefined) return [];
    const rows = await source.query<SaidRow[]>(SAID_BY_LINK, [head.id, asked.id]);
    return saidByLink(rows, sealer).filter(({ waits, answer }) => !waits || answer === asked.answer);
  }

  /** Cover and catalogue of a folder whose files have pages, as PDFs. @throws Refusal `case-not-found`, `invalid-request` */
  async front(caseId: string, actor: Person, pages: ReadonlyMap<string, string>): Promise<readonly Buffer[]> {
    const matter = await this.parts.queries.paperMatter(actor, caseId);
    return [
      await this.#sheet({ kind: 'folder_cover', matter, pages }),
      await this.#sheet({ kind: 'file_catalogue', matter, pages }),
    ];
  }

  /** The records of the office as long as they do not lie among the papers: they are put there when these are filed. */
  async looseSheets(caseId: string, actor: Person): Promise<readonly { readonly id: string; readonly content: Buffer }[]> {
    const matter = await this.parts.queries.paperMatter(actor, caseId);
    if (matter.reckoned.now.file.filedOn !== null) return [];
    return Promise.all(recordPapersOf(matter).map(async (kind) => ({ id: kind, content: await this.#sheet({ kind, matter }) })));
  }

  async #sheet(asked: Pick<Drawing, 'kind' | 'matter' | 'pages'>): Promise<Buffer> {
    const { press } = this.parts;
    const paper = compose(await this.#source(asked), await this.#telling(asked), false);
    checkGlyphs(paper, press.fonts);
    return (await press.print(paper))[0];
  }

  /** Ends what prints. */
  close(): void {
    this.parts.press.close();
  }

  async #drawn({ actor, draft, isIssued = false, within, ...asked }: Drawing): Promise<DrawnPaper> {
    const telling = await this.#telling(asked);
    const { organId, head } = asked.matter;
    const composed = compose(await this.#source(asked), telling, draft);
    const paper = asked.kind === 'answer_by_link' ? spelledOut(composed, this.parts.press.fonts) : composed;
    const number = noticeOf(telling)?.number ?? null;
    const name = nameOfPaper(asked.kind, number ?? head.number);
    const printing = { name, isIssued, organ: { id: organId, code: head.organCode }, actor, within };
    return { kind: asked.kind, number, ...(await printed(paper, printing, this.parts)) };
  }

  /** As the organ words it, else as it is shipped. */
  async #source({ kind, matter }: Pick<Drawing, 'kind' | 'matter'>): Promise<Source | ReplySource> {
    const { source, sources } = this.parts;
    const own = await wordingInForce(source, { organId: matter.organId, kind, on: matter.reckoned.today });
    return own === null ? sources.of(kind) : sources.read(kind, own);
  }

  async #telling({ kind, matter, about, pages }: Omit<Drawing, 'draft' | 'actor'>): Promise<Telling> {
    const { source, sources, links } = this.parts;
    const { organId, reckoned, journal } = matter;
    const ids = journal.flatMap(({ fact }) => ('fileIds' in fact ? (fact.fileIds ?? []) : []));
    const [organ = { name: '', guide: null }, files, letters, said] = await Promise.all([
      readOrgan(source, organId, reckoned.today),
      source.query<FileListed[]>(FILES, [organId, ids, matter.head.id]),
      source.query<LetterEntry[]>(letterEntriesSql('$1::uuid'), [matter.head.id]),
      kind === 'answer_by_link' ? this.#said(matter, about) : [],
    ]);
    // A paper tells what stands: the journal keeps what was said before it was corrected.
    const stands = { ...matter, journal: corrected(journal) };
    return { kind, matter: stands, organ, words: sources.words(), files, about, pages, links, letters, said };
  }
}

const FILES = `SELECT id, ${nameInCase('$3')} AS name FROM stored_file WHERE organ_id = $1 AND id = ANY ($2)`;

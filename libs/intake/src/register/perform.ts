import { CaseDesk, withoutOfficeRules, type Companion, type DeskParts, type OldNumber } from '@gongkai/casework';
import { Refusal, type CaseView, type Language } from '@gongkai/contracts';
import type { CaseCommand } from '@gongkai/lifecycle';
import { entryHash } from '@gongkai/platform';
import { BackdatedClock } from './backdated-clock.js';
import { REGISTER_HEADINGS } from './columns.js';
import { caseImported, caseLeft, type Office, type Scribes } from './imports.js';
import { play, type Played, type Stage } from './play.js';
import type { RegisterEntry } from './read-entry.js';
import type { Script, Step } from './script.js';

type About = {
  readonly importId: string;
  readonly office: Office;
  readonly fileName: string;
  readonly language: Language;
  readonly scribes: Scribes;
};

/** Writes applications of an old register into the journals, step by step, at the same desk as every other. */
export class Scribe {
  readonly #clock: BackdatedClock;
  readonly #desk: CaseDesk;

  constructor(
    private readonly parts: DeskParts,
    private readonly about: About,
  ) {
    this.#clock = new BackdatedClock(parts.clock);
    this.#desk = new CaseDesk({ ...parts, laws: withoutOfficeRules(parts.laws), clock: this.#clock });
  }

  /** Written twice, nothing is done twice: what broke off goes on. @throws Refusal where the law has changed its mind since it was asked */
  async write(entry: RegisterEntry, script: Script): Promise<void> {
    const stage = this.#stage(entry);
    const { problem, leftOut } = await play(script, stage, this.about.language);
    if (problem !== null) throw new Refusal('invalid-request', [{ ...problem, path: `${String(entry.row)}.${problem.path}` }]);
    await stage.end(leftOut);
  }

  #stage(entry: RegisterEntry): Stage & { readonly end: (leftOut: Played['leftOut']) => Promise<void> } {
    const { scribes, importId } = this.about;
    const idOf = (step: string): string => stepId(this.about.office.id, entry.number, step);
    let view: CaseView | undefined;
    const seen = (): CaseView => {
      if (view === undefined) throw new Error('A case that was not opened has no steps.');
      return view;
    };
    const take = async (command: CaseCommand, by: Step['by'], id: string): Promise<void> => {
      const actor = by === 'clock' ? 'clock' : scribes[by];
      const noticeNumber = (command.type === 'signReply' ? entry.replyNumber : undefined) ?? `旧登记簿 ${entry.number}`;
      ({ view } = await this.#desk.handle({ id, caseId: seen().id, actor, command, noticeNumber }));
    };
    return {
      open: async ({ openedOn, body }) => {
        this.#clock.turnTo(openedOn);
        const old = { number: entry.number, year: entry.year, serial: entry.serial };
        ({ view } = await this.#desk.open({ id: idOf('open'), actor: scribes.desk, body, old }, this.#beside(entry, old)));
      },
      subjects: () => ({
        item: seen().items[0]?.id ?? '',
        notice: (kind) => seen().notices.findLast((notice) => notice.kind === kind)?.id,
      }),
      take: (command, { on, by }, i) => {
        this.#clock.turnTo(on);
        return take(command, by, idOf(String(i)));
      },
      end: async (leftOut) => {
        this.#clock.turnTo(this.parts.clock.today());
        await take({ type: 'note', text: this.#note(entry, leftOut) }, 'desk', idOf('note'));
        await this.parts.pool.query(caseLeft(seen().id, importId));
      },
    };
  }

  #beside({ row }: RegisterEntry, old: OldNumber): Companion {
    const { importId, office } = this.about;
    return {
      read: { text: 'SELECT 1' },
      settle: (_rows, { caseId }) => [caseImported(caseId, { importId, organId: office.id, row, old })],
    };
  }

  /** Where all of this is from, what was not told there, and what the law does not know so. */
  #note({ row, handler, days }: RegisterEntry, leftOut: Played['leftOut']): string {
    const isServedUnknown = days.repliedOn !== undefined && days.servedOn === undefined;
    return [
      `据旧登记簿导入：${this.about.fileName} 第${String(row)}行。以上各步的日期为登记簿所载，时间为导入时间`,
      ...(handler === undefined ? [] : [`经办人：${handler}`]),
      ...(isServedUnknown ? ['送达日期未载，以答复日期计'] : []),
      ...leftOut.map(
        ({ path, facts }) =>
          `登记簿载有“${REGISTER_HEADINGS[path][0] ?? path}”，规则不予认可，未计入：${String(facts?.title ?? '')}`,
      ),
    ].join('；');
  }
}

/** The same step of the same row has the same id, whenever it is written. A UUID of our own making (8). */
function stepId(organId: string, number: string, step: string): string {
  const hash = entryHash({ register: organId, number, step });
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

import type { Person, RecordFolder, RecordMatter } from '@gongkai/casework';
import { Refusal, type FileView } from '@gongkai/contracts';
import type { Clock } from '@gongkai/platform';
import type { DataSource } from 'typeorm';
import { lack, paragraphs } from '../content/compose.js';
import type { Block, Paper } from '../content/paper.js';
import { checkGlyphs } from '../content/glyphs.js';
import { filled } from '../content/places.js';
import { remedyText } from '../content/remedies.js';
import { whileHeld } from '../drawing.js';
import { printed, type PrintingParts } from '../print/printed.js';
import { MARK } from '../print/typography.js';
import { dayText } from '../values/days.js';
import { readOrgan } from '../values/organ.js';
import type { Organ } from '../values/telling.js';
import { recordFront } from './record-front.js';
import { recordFrontSource } from './record-front-source.js';
import { recordSource, type RecordPlace, type RecordSource } from './record-source.js';

type Parts = PrintingParts & {
  readonly source: DataSource;
  readonly configDir: string;
  readonly clock: Pick<Clock, 'today'>;
};

/** Draws the answers to requests for the correction of a record (REG 41), with the remedies against them. */
export class RecordNotices {
  constructor(private readonly parts: Parts) {}

  /** Has what prints ready, before a number is drawn. */
  ready(): Promise<void> {
    return this.parts.press.ready();
  }

  /** @throws Refusal `invalid-request` with all that the paper lacks: what the guide of the organ has to say, a letter in no font */
  async draw(matter: RecordMatter, actor: Person): Promise<Readonly<Record<'pdf' | 'docx', FileView>>> {
    const { source, configDir } = this.parts;
    const organ = await readOrgan(source, matter.organId, matter.on);
    const paper = recordPaper(recordSource(configDir), matter, organ ?? { name: '', guide: null });
    const name = `${paper.title}${matter.number ?? matter.caseNumber}`;
    const printing = {
      name,
      isIssued: matter.number !== null,
      organ: { id: matter.organId, code: matter.organCode },
      actor,
      within: whileHeld(),
    };
    return printed(paper, printing, this.parts);
  }

  /**
   * What stands before the papers of a request where they are shown to a court, as a PDF.
   * @param pages of each paper by its id
   * @throws Refusal `invalid-request` with a letter that is in no font
   */
  async front(folder: RecordFolder, pages: ReadonlyMap<string, string>): Promise<readonly Buffer[]> {
    const { press, configDir, clock } = this.parts;
    const paper = recordFront(recordFrontSource(configDir), folder, { pages, day: clock.today() });
    checkGlyphs(paper, press.fonts);
    return [(await press.print(paper))[0]];
  }
}

const UNNUMBERED = '（文号在签发时生成）';

/** The answer as a paper. @throws Refusal `invalid-request` with what it lacks */
export function recordPaper(source: RecordSource, matter: RecordMatter, organ: Organ): Paper {
  const lacking = new Set<string>();
  const values = valuesOf(matter, organ);
  const text = (line: string): string =>
    filled(line, (name) => {
      const value = values[name as RecordPlace];
      if (value === undefined) lacking.add(name);
      return value ?? '';
    });
  const parts = source.body.flatMap((part) => {
    if (typeof part === 'string') return [text(part)];
    return part.when === matter.decision.outcome ? [text(part.text)] : [];
  });
  const remedies = remediesIn(source, matter, organ, lacking);
  const paper: Paper = {
    form: 'letter',
    page: null,
    draft: matter.number === null,
    day: matter.on,
    organ: organ.name,
    title: source.title,
    number: text(source.number),
    addressee: text(source.addressee),
    blocks: [...paragraphs(parts), ...remedies],
    attachments: [],
    sealed: { organ: organ.name, day: dayText(matter.on) ?? '', mark: MARK.seal },
    contact: text(source.contact),
  };
  if (lacking.size > 0) throw new Refusal('invalid-request', [...lacking].map(lack));
  return paper;
}

const ELECTRONIC: ReadonlySet<string> = new Set(['email', 'web']);

/** Two sentences that end do not meet: what is typed may bring its own full stop. */
const open = (text: string | undefined): string | undefined => text?.replace(/[。．.；;\s]+$/u, '');

function valuesOf({ asked, decision, number, caseNumber }: RecordMatter, { name, guide }: Organ) {
  return {
    'answer.number': number ?? UNNUMBERED,
    'applicant.name': asked.applicant.name,
    'case.number': caseNumber,
    receivedOn: dayText(asked.receivedOn),
    record: open(asked.record),
    wrong: open(asked.wrong),
    wanted: open(asked.wanted),
    'decision.text': open(decision.text),
    'decision.otherOrgan': open(decision.otherOrgan),
    'organ.name': name,
    'organ.office': guide?.office['zh-CN'],
    'organ.phone': guide?.phone,
    'organ.address': guide?.address['zh-CN'],
  } satisfies Record<RecordPlace, string | undefined>;
}

/**
 * Reconsideration or suit, as the applicant chooses (ARL 20; ALL 46): nothing is withheld by it; by internet, where it came that way and the
 * organ names a channel (ARL 22); and a complaint (REG 47(2), 51).
 */
function remediesIn(
  { remedies }: RecordSource,
  { law, on, asked }: RecordMatter,
  { guide }: Organ,
  lacking: Set<string>,
): Block[] {
  const known: Readonly<Record<string, string | undefined>> = {
    'organ.reconsiderationOrgan': guide?.reconsiderationOrgan,
    'organ.court': guide?.court,
    'organ.onlineChannel': guide?.onlineChannel ?? undefined,
    'organ.supervisor': guide?.supervisor,
  };
  const online = ELECTRONIC.has(asked.channel) && known['organ.onlineChannel'] !== undefined;
  const ways = ['choice', ...(online ? ['online' as const] : []), 'complaint'] as const;
  return ways.map((name) => {
    const text = remedyText({ name, against: remedies.against }, { law, on, paper: remedies.paper }, (place) => {
      const value = known[place];
      if (value === undefined) lacking.add(place);
      return value ?? '';
    });
    return { type: 'paragraph', text, about: 'remedies' };
  });
}

import { writeFile } from 'node:fs/promises';
import { checkInboxRole, plainName, type IncomingDesk, type Person } from '@gongkai/casework';
import { Refusal, type FaxFacts, type IncomingFinding, type IncomingView } from '@gongkai/contracts';
import {
  keepFax,
  placeAside,
  type Clock,
  type CommandPool,
  type FileStore,
  type KeptFax,
  type PageDrawer,
} from '@gongkai/platform';
import { z } from 'zod';
import { receiveFax } from './receive-fax.js';

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly store: Pick<FileStore, 'save'>;
  readonly drawer: Pick<PageDrawer, 'draw' | 'pagesIn'>;
  readonly incoming: Pick<IncomingDesk, 'receive' | 'keyFor' | 'view'>;
  /** The folder of the fax line: what is no fax lies below it. */
  readonly spoolFolder: string;
};

/** A fax as a gateway hands it in. */
type HandedIn = { readonly content: Buffer; /** Of the file. */ readonly name: string; readonly facts: FaxFacts };

const Moment = z.iso.datetime({ offset: true });

/**
 * Fax gateways that speak HTTP. What they bring is treated as what lies in the spool folder: nothing is refused for being damaged, or no
 * fax, since nobody is there to send it again.
 */
export class FaxDoor {
  constructor(private readonly parts: Parts) {}

  /** By a gateway that acts for a person, for the own organ. @throws Refusal `role-missing`, `invalid-request` where there is nothing at all */
  async byPerson(actor: Person, { content, name, facts }: HandedIn): Promise<IncomingView> {
    checkInboxRole(actor);
    if (content.length === 0) throw new Refusal('invalid-request', [{ path: 'file', code: 'required' }]);
    const { clock, incoming, spoolFolder } = this.parts;
    const called = plainName(name);
    const fax = await keepFax(content, called, this.parts);
    if (fax.file === null)
      await writeFile(await placeAside({ folder: spoolFolder, to: 'quarantine', key: fax.key, name: called }), content);
    const { arrivedAt, findings } = momentOf(facts, clock.now());
    const { id } = await receiveFax(
      {
        ...fax,
        ...{ organId: actor.organId, actorId: actor.id, arrivedAt },
        key: await this.#keyOf(actor, fax, facts),
        sender: facts.sender ?? fax.sender,
        subject: [facts.line, called].filter((part) => part !== undefined && part !== '').join(' · '),
        pages: fax.pages ?? facts.pages,
        findings: [...fax.findings, ...missingOf(fax, facts), ...findings],
      },
      this.parts,
    );
    return incoming.view(actor, id);
  }

  /** What is not kept is told from others under its key by its content alone. */
  #keyOf({ organId }: Person, { file, key: content }: KeptFax, { key }: FaxFacts): string | Promise<string> {
    if (key === undefined) return content;
    return file === null ? `${key}#${content}` : this.parts.incoming.keyFor(organId, { source: 'fax', key, fileIds: [file.id] });
  }
}

type WhenItCame = { readonly arrivedAt: Date; readonly findings: readonly IncomingFinding[] };

/** A fax never comes in the future; of a clock that says so, or says nothing that can be read, a person is told. */
function momentOf({ arrivedAt: told }: FaxFacts, now: Date): WhenItCame {
  if (told === undefined) return { arrivedAt: now, findings: [] };
  const moment = Moment.safeParse(told).success ? new Date(told) : undefined;
  if (moment !== undefined && moment <= now) return { arrivedAt: moment, findings: [] };
  return { arrivedAt: now, findings: [{ code: 'sender-clock-wrong', detail: told }] };
}

/** The gateway has seen more pages than came. */
const missingOf = ({ pages }: KeptFax, facts: FaxFacts): IncomingFinding[] =>
  pages !== undefined && facts.pages !== undefined && pages < facts.pages
    ? [{ code: 'pages-missing', detail: `${pages} / ${facts.pages}` }]
    : [];

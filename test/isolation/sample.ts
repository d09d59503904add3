import type { CaseView, EnteredRecord, FileView, IncomingView, RedactionView } from '@gongkai/contracts';
import type { TestApi } from '../support/api.js';
import { caseIn, open, step } from '../support/applications.js';
import type { HttpAnswer, Officer } from '../support/officer.js';
import { pdfOf, written } from '../support/pdfs.js';
import { plantRows } from './sample-rows.js';

/** The organs: one's own, the one above it, the one beside it. */
export const ORGANS = ['street', 'district', 'bureau'] as const;
export type OrganCode = (typeof ORGANS)[number];

/** A word that stands in everything of an organ that is not public, and nowhere else. */
export const canaryOf = (organ: OrganCode): string => `canary${organ}`;

/** What was planted in an organ: ids, and words that stand for it. */
export type Sample = {
  readonly organ: OrganCode;
  readonly organId: string;
  /** The caseworker, whose the reminder, the address, the absence and the delegation are. */
  readonly person: string;
  readonly colleague: string;
  /** Who can take the caseworker's work over. */
  readonly receiver: string;
  readonly case: string;
  readonly number: string;
  readonly queryCode: string;
  readonly item: string;
  readonly consultation: string;
  readonly unitRequest: string;
  readonly file: string;
  readonly scan: string;
  readonly redaction: string;
  readonly incoming: string;
  readonly record: string;
  readonly recordNumber: string;
  readonly recordCode: string;
  readonly training: string;
  readonly disclosure: string;
  readonly withdrawn: string;
  readonly formed: string;
  readonly feed: string;
  /** A session of the caseworker. */
  readonly screen: string;
  readonly absence: string;
  readonly delegation: string;
  readonly post: string;
  readonly webhook: string;
  readonly token: string;
} & Awaited<ReturnType<typeof plantRows>>;

/** The answer of a request that goes well. @throws Error */
function made({ status, text, body }: HttpAnswer): unknown {
  if (status >= 300) throw new Error(`The sample cannot be planted: ${String(status)} ${text}`);
  return body;
}

type Id = { readonly id: string };
type Roles = Readonly<Record<'clerk' | 'caseworker' | 'approver' | 'supervisor' | 'admin', Officer>>;

const STAFF = `
  SELECT person.id, username, post.id AS post FROM person JOIN post ON post.person_id = person.id WHERE username LIKE $1`;

const idOf = (answer: HttpAnswer): string => (made(answer) as Id).id;

/** Everything that an address can name, once in an organ. */
export async function plant(api: TestApi, organ: OrganCode): Promise<Sample> {
  const roles = (await rolesIn(api, organ)) satisfies Roles;
  const word = canaryOf(organ);
  const staff = await api.services.source.query<(Id & { username: string; post: string })[]>(STAFF, [`%.${organ}`]);
  // Whatever names the caseworker tells of the organ as well.
  await api.services.source.query('UPDATE person SET name = $1 WHERE username = $2', [word, `caseworker.${organ}`]);
  const inPost = (role: string) => staff.find(({ username }) => username === `${role}.${organ}`) ?? { id: '', post: '' };
  const idAs = (role: string): string => inPost(role).id;
  const people = {
    person: idAs('caseworker'),
    colleague: idAs('reviewer'),
    receiver: idAs('many'),
    archivist: idAs('archivist'),
    post: inPost('reviewer').post,
  };
  const papers = await plantPapers(roles, word);
  const cased = await plantCase(roles, word, { ...papers, ...people });
  const published = await plantPublished(roles.supervisor, { word, organ });
  const house = await plantHouse(roles, { word, organ, ...people });
  const { archivist: _, ...known } = people;
  const [row] = await api.services.source.query<Id[]>('SELECT id FROM organ WHERE code = $1', [organ]);
  const sown = { organ, organId: row?.id ?? '', ...known, ...papers, ...cased, ...published, ...house };
  return {
    ...sown,
    ...(await plantRows(api.services.source, { ...sown, word, approver: idAs('approver'), clerk: idAs('clerk') })),
  };
}

async function rolesIn(api: TestApi, organ: OrganCode): Promise<Roles> {
  const names = ['clerk', 'caseworker', 'approver', 'supervisor', 'admin'] as const;
  const officers = await Promise.all(names.map((role) => api.officer(`${role}.${organ}`)));
  return Object.fromEntries(names.map((role, i) => [role, officers[i]])) as Roles;
}

async function plantPapers({ clerk }: Roles, word: string) {
  const upload = async (name: string, content: string | Buffer): Promise<string> =>
    (made(await clerk.upload('/files', new File([new Uint8Array(Buffer.from(content))], name))) as FileView).id;
  return {
    file: await upload(`${word}.txt`, `${word} says so`),
    scan: await upload(`${word}.pdf`, pdfOf([{ content: written(word, 72, 700) }])),
  };
}

type Around = { readonly scan: string; readonly archivist: string };

async function plantCase({ clerk, caseworker }: Roles, word: string, { scan, archivist }: Around) {
  const opened = await open(clerk, { items: [{ description: `the ${word} file` }], fileIds: [scan] });
  const { id, number } = opened;
  await step(clerk, id, { type: 'register' });
  await step(caseworker, id, { type: 'accept' });
  await step(caseworker, id, { type: 'askUnit', unit: 'archive', person: archivist, task: `look for ${word}`, workingDays: 3 });
  const itemIds = opened.items.map((item) => item.id);
  const asked: CaseView = caseIn(
    await caseworker.post(`/cases/${id}/commands`, { type: 'askThirdParty', party: word, itemIds, dispatchedOn: null }),
  );
  const { queryCode } = made(await clerk.get(`/cases/${id}/receipt`)) as { queryCode: string };
  const redaction = made(await caseworker.post(`/cases/${id}/redactions`, { fileId: scan })) as RedactionView;
  const record = made(
    await clerk.post('/record-corrections', {
      ...{ applicant: { name: '吴敏' }, record: word, wrong: word, wanted: '8', fileIds: [], proof: 'the original' },
      ...{ channel: 'in_person', receivedOn: '2026-03-02' },
    }),
  ) as EnteredRecord;
  const incoming = made(await clerk.post('/incoming', { source: 'scan', subject: word, text: word })) as IncomingView;
  return {
    ...{ case: id, number, queryCode, redaction: redaction.id, incoming: incoming.id },
    item: itemIds[0] ?? '',
    consultation: asked.consultations[0]?.id ?? '',
    unitRequest: asked.unitRequests[0]?.id ?? '',
    ...{ record: record.entry.id, recordNumber: record.entry.number, recordCode: record.receipt.queryCode },
  };
}

async function plantPublished(supervisor: Officer, { word, organ }: { readonly word: string; readonly organ: OrganCode }) {
  // What is public bears another word; what was withdrawn does not.
  const entry = (n: number, title: string) => ({
    ...{ indexNumber: `${organ}-${String(n)}`, title, kind: 'budget', publishedOn: '2026-03-02' },
    url: `https://example.org/${String(n)}`,
  });
  const withdrawn = idOf(await supervisor.post('/disclosures', entry(1, word)));
  made(await supervisor.post(`/disclosures/${withdrawn}/withdrawal`, { reason: 'a mistake' }));
  const nothing = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reason: word }) };
  made(await supervisor.send('/disclosures/year/nothing/procurement?year=2025', nothing));
  return {
    withdrawn,
    disclosure: idOf(await supervisor.post('/disclosures', entry(2, `public ${organ}`))),
    formed: idOf(await supervisor.post('/disclosures/formed', { title: word, kind: 'budget', on: '2026-03-02' })),
    training: idOf(
      await supervisor.post('/trainings', { heldOn: '2026-03-02', topic: word, people: 3, organs: [organ], sections: null }),
    ),
  };
}

type Housed = { readonly word: string; readonly organ: OrganCode; readonly person: string; readonly colleague: string };

async function plantHouse({ admin, caseworker }: Roles, { word, organ, person }: Housed) {
  const hook = { organ, name: word, format: 'signed', url: 'https://10.0.0.1/hook', kinds: ['reminder'] };
  const { token } = made(await admin.post('/admin/tokens', { name: word, person })) as { token: Id };
  const screens = made(await caseworker.get('/session/screens')) as { items: readonly Id[] };
  const { feed } = made(await caseworker.post('/feeds', { scope: 'person', language: 'en' })) as { feed: Id };
  return {
    webhook: idOf(await admin.post('/admin/webhooks', { ...hook, secret: 'a secret of sixteen' })),
    token: token.id,
    feed: feed.id,
    screen: screens.items[0]?.id ?? '',
    absence: idOf(await admin.post(`/people/${person}/absences`, { from: '2026-07-01', to: '2026-07-02', substitute: null })),
  };
}

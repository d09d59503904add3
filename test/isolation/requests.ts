import { smallestBody, type Values } from './bodies.js';
import type { Operation } from './operations.js';
import type { Sample } from './sample.js';

/** What is sent. */
export type Sent = { readonly method: string; readonly path: string; readonly body?: unknown; readonly file?: File };

/** What stands in the first hole of an address, by what is before it. */
const THINGS: readonly (readonly [before: string, thing: (of: Sample) => string])[] = [
  ['/public/applications/', ({ number }) => encodeURIComponent(number)],
  ['/archive/disposals/', ({ disposal }) => disposal],
  ['/cases/', (of) => of.case],
  ['/archive/years/', () => '2026'],
  ['/assessments/', ({ assessment }) => assessment],
  ['/rectifications/', ({ rectification }) => rectification],
  ['/trainings/', ({ training }) => training],
  ['/public/record-corrections/', ({ recordNumber }) => encodeURIComponent(recordNumber)],
  ['/record-corrections/', ({ record }) => record],
  ['/register-imports/', (of) => of.import],
  ['/incoming/', ({ incoming }) => incoming],
  ['/notifications/', ({ notification }) => notification],
  ['/files/', ({ file }) => file],
  ['/redactions/', ({ redaction }) => redaction],
  ['/publications/', ({ draft }) => draft],
  ['/reports/annual/', () => '2025'],
  ['/reports/published/', ({ report }) => report],
  ['/calendars/editions/', () => '1'],
  ['/calendars/', () => 'cn'],
  ['/feeds/', ({ feed }) => feed],
  ['/screens/', ({ screen }) => screen],
  ['/admin/organs/', ({ organ }) => organ],
  ['/admin/people/', ({ person }) => person],
  ['/people/', ({ person }) => person],
  ['/admin/webhooks/', ({ webhook }) => webhook],
  ['/admin/tokens/', ({ token }) => token],
  ['/public/organs/', ({ organ }) => organ],
  ['/co-handling/', ({ unitRequest }) => unitRequest],
  ['/public/disclosures/', ({ disclosure }) => disclosure],
  ['/disclosures/year/nothing/', () => 'procurement'],
  ['/disclosures/formed/', ({ formed }) => formed],
  ['/disclosures/', ({ disclosure }) => disclosure],
  ['/entry-proposals/', ({ proposal }) => proposal],
];

/** What stands in the further holes. */
const HOLES: Readonly<Record<string, (of: Sample) => string>> = {
  organ: ({ organ }) => organ,
  indicator: () => 'on_time',
  file: ({ file }) => file,
  id: ({ file }) => file,
  number: () => '1',
  cell: () => 'b.new_received.total',
  year: () => '2026',
  absenceId: ({ absence }) => absence,
  delegationId: ({ delegation }) => delegation,
  postId: ({ post }) => post,
  ladder: () => 'duty',
  kind: () => 'reply',
  consultationId: ({ consultation }) => consultation,
  mailId: ({ letterMail }) => letterMail,
};

/** Where the thing that is spoken of is another than the first of its kind. */
const OTHERS: Readonly<Record<string, (of: Sample) => string>> = {
  restoreDisclosure: ({ withdrawn }) => withdrawn,
  changePost: ({ colleague }) => colleague,
  endPost: ({ colleague }) => colleague,
  listPages: ({ scan }) => scan,
  getPage: ({ scan }) => scan,
  drawPagesAgain: ({ scan }) => scan,
  getReading: ({ scan }) => scan,
};

const QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  listStaff: { q: 'canary' },
  getCatalogueYear: { year: '2025' },
  getDueDays: { month: '2026-03' },
  getReportTemplate: { year: '2025' },
  compareReports: { year: '2025' },
  stateNothingToPublish: { year: '2025' },
  takeBackNothingToPublish: { year: '2025' },
  addConsultationFile: { token: 'x' },
  exportAudit: { from: '2019-01-01', to: '2026-12-31' },
  takePublishedReport: { year: '2025' },
};

/** What is in the fields of a body that name something of an organ. */
const valuesOf = (of: Sample): Values => ({
  ...{ organ: of.organ, organs: [of.organ], parent: of.organ, person: of.person, fileId: of.file, caseId: of.case },
  ...{ delegate: of.colleague, indicator: null, sections: null, substitute: null, indexNumber: 'x' },
});

const RUNGS = [-3, 1].map((at) => ({ at, every: null, tell: ['caseworker'], by: ['mail'], acknowledge: false }));
const SECRET = 'a secret of sixteen';

/** Bodies of which the smallest one is none. */
const BODIES: Readonly<Record<string, (of: Sample, made: Record<string, unknown>) => unknown>> = {
  changePassword: (_, made) => ({ ...made, current: 'gongkai-demo', next: 'another-password' }),
  openCase: ({ organ }, made) => ({ ...made, organ }),
  draftPaper: () => ({ type: 'sendCorrectionNotice', missing: 'which file' }),
  handOver: ({ receiver }, made) => ({ ...made, to: receiver }),
  beginRedaction: ({ scan }) => ({ fileId: scan }),
  changeLadder: (_, made) => ({ ...made, version: 0, rungs: null }),
  tryLadder: () => ({ rungs: RUNGS }),
  takeStep: () => ({ type: 'note', text: 'looked at' }),
  enterRecordCorrection: (_, made) => ({ ...made, proof: 'the original' }),
  addIncoming: (_, made) => ({ ...made, text: 'a letter' }),
  findEarlierRequests: () => ({ name: '李明远', idNumber: '110101199003070015', texts: ['2025年违法建设拆除台账'] }),
  takeReportEntryOn: () => ({ version: 1, step: 'comment', text: 'looked at' }),
  enterDisclosure: (_, made) => ({ ...made, kind: 'budget', url: 'https://example.org/9' }),
  proposeEntry: ({ file }, made) => ({ ...made, kind: 'budget', fileId: file }),
  moveEntryProposal: () => ({ move: 'return', reason: 'another file' }),
  enterFormedInformation: (_, made) => ({ ...made, kind: 'budget' }),
  endFormedInformation: () => ({ as: 'mistaken', reason: 'it is none' }),
  addWebhook: (_, made) => ({ ...made, secret: SECRET }),
  changeWebhook: () => ({ name: 'another' }),
  addPost: () => ({ role: 'legal' }),
  changePost: () => ({ validTo: '2026-12-31' }),
  changePerson: () => ({ capacity: 7 }),
  changeOrgan: () => ({ filesAfterRemedies: true }),
  setUndeliveredAside: ({ notification }) => ({ id: notification, reason: 'it is read' }),
  sendUndelivered: ({ notification }) => ({ id: notification }),
  addTraining: (_, made) => ({ ...made, topic: 'another' }),
};

function addressOf({ id, path, asksForOrgan }: Operation, of: Sample): string {
  const [, thing] = THINGS.find(([before]) => path.includes(`${before}{`)) ?? [];
  const first = OTHERS[id] ?? thing;
  let holes = 0;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, hole: string) => {
    const fill = holes === 0 ? first : HOLES[hole];
    holes += 1;
    if (fill === undefined) throw new Error(`What stands for {${hole}} in ${path}?`);
    return fill(of);
  });
  const query = new URLSearchParams({ ...QUERIES[id], ...(asksForOrgan ? { organ: of.organ } : {}) }).toString();
  return query === '' ? filled : `${filled}?${query}`;
}

/** The smallest sensible request of an endpoint about what was planted in an organ. */
export function requestOf(operation: Operation, of: Sample): Sent {
  const { id, method, body, takesFile } = operation;
  const path = addressOf(operation, of);
  if (takesFile) return { method, path, file: new File([`a file of ${id}`], 'handed-in.txt') };
  if (body === undefined) return { method, path };
  const made = smallestBody(body, valuesOf(of));
  return { method, path, body: BODIES[id]?.(of, made) ?? made };
}

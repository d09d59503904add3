import { localDate } from '@gongkai/calendar';
import { DutyClock, lawShelf, owedRecordAnswers } from '@gongkai/casework';
import type {
  ArrivalList,
  ArrivalOutlook,
  ChannelsView,
  EnteredRecord,
  Ledger,
  PublicFile,
  RecordCorrection,
  RecordCorrections,
  RecordReceipt,
} from '@gongkai/contracts';
import { sha256 } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { application, open, step } from '../../support/applications.js';
import { fieldsIn, postJson, problemIn, request, type Officer } from '../../support/officer.js';

const A_MINUTE = 60_000;

let api: TestApi;
let clerk: Officer;
beforeAll(async () => {
  // Friday before a worked Saturday.
  api = await startTestApi({ today: '2026-05-08' });
  clerk = await api.officer('clerk.bureau');
});
// The last test fetches files: their connections do not hold up the end for as long as they could be used again.
afterAll(() => api.stop());

const outlook = async (receipt: object): Promise<ArrivalOutlook> => {
  const { status, body, text } = await clerk.post('/arrivals/outlook', { receipt });
  if (status !== 200) throw new Error(text);
  return body as ArrivalOutlook;
};

const waiting = async (officer: Officer): Promise<ArrivalList> => (await officer.get('/arrivals')).body as ArrivalList;

describe('what an arrival would mean', () => {
  test('is what the ledger says, with the rule, the light and the days left', async () => {
    const receipt = { channel: 'ordinary_mail', arrivedOn: '2026-05-07', confirmedOn: '2026-05-08' };
    const { ledger, ...rest } = await outlook(receipt);
    expect(ledger).toEqual((await clerk.post('/deadlines', { receipt })).body as Ledger);
    expect(ledger).toMatchObject({ receivedOn: '2026-05-08', correctionNoticeDeadline: '2026-05-18', finalDue: '2026-06-04' });
    expect(rest).toEqual({
      rule: 'receipt.ordinary_mail',
      article: 'REG 31(2)',
      light: 'green',
      daysLeft: 20,
      waitedDays: 1,
      late: false,
      toConfirm: false,
    });
  });

  test('without confirmation no period runs; the rule and its article are told all the same', async () => {
    const { ledger, rule, article, light, daysLeft } = await outlook({ channel: 'fax', submittedOn: '2026-05-08' });
    expect(ledger).toMatchObject({ receivedOn: null, finalDue: null, clock: 'not_started' });
    expect({ rule, article, light, daysLeft }).toEqual({
      rule: 'receipt.fax',
      article: 'REG 31(3)',
      light: 'none',
      daysLeft: null,
    });
  });

  test('a misaddressed letter shows the earlier reading, and its light goes by it', async () => {
    const seen = await outlook({ channel: 'ems', signedOn: '2026-05-08', misaddressed: true });
    expect(seen.ledger).toMatchObject({ receivedOn: null, finalDue: null, cautiousFinalDue: '2026-06-04' });
    expect(seen).toMatchObject({ rule: 'receipt.misaddressed', light: 'green', daysLeft: 20 });
  });

  test('more than one working day after it came it is late: 6 May is, 7 May is not', async () => {
    expect(await outlook({ channel: 'in_person', submittedOn: '2026-05-07' })).toMatchObject({ late: false, waitedDays: 1 });
    expect(await outlook({ channel: 'in_person', submittedOn: '2026-05-06' })).toMatchObject({ late: true, waitedDays: 2 });
    const letter = { channel: 'ordinary_mail', arrivedOn: '2026-05-06' };
    expect(await outlook(letter)).toMatchObject({ late: true, toConfirm: false });
    expect(await outlook({ ...letter, confirmedOn: '2026-05-06' })).toMatchObject({ late: true, toConfirm: true });
  });

  test.each([
    [{ channel: 'in_person', submittedOn: '2026-05-09' }, ['receipt.submittedOn future-date']],
    [{ channel: 'ems', postedOn: '2026-05-07', signedOn: '2026-05-06' }, ['receipt.signedOn signed-before-posted']],
    [
      { channel: 'ordinary_mail', arrivedOn: '2026-05-07', postmarkOn: '2026-05-08' },
      ['receipt.postmarkOn signed-before-posted'],
    ],
    [{ channel: 'fax', submittedOn: '2026-05-08', confirmedOn: '2026-05-07' }, ['receipt.confirmedOn confirmed-before-arrival']],
    [{ channel: 'pigeon' }, ['receipt.channel unknown-type']],
  ])('%j names the field', async (receipt, fields) => {
    expect(fieldsIn(await clerk.post('/arrivals/outlook', { receipt }))).toEqual(fields);
  });
});

describe('arrivals to be confirmed', () => {
  test('are listed with how long they wait and who was called, until they are confirmed', async () => {
    const fax = await open(clerk, { receipt: { channel: 'fax', submittedOn: '2026-05-06' }, lateReason: '出差' });
    await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-05-08' } });
    await step(clerk, fax.id, { type: 'logContactAttempt', on: '2026-05-07', how: '电话', result: '无人接听' });
    await step(clerk, fax.id, { type: 'logContactAttempt', how: '短信', result: '未回复' });
    const { items } = await waiting(clerk);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: fax.id,
      state: 'unconfirmed',
      arrivedOn: '2026-05-06',
      waitedDays: 2,
      misaddressed: false,
      attempts: [
        { on: '2026-05-07', how: '电话', result: '无人接听', by: '何晓雯' },
        { on: '2026-05-08', how: '短信', result: '未回复', by: '何晓雯' },
      ],
    });
    await step(clerk, fax.id, { type: 'confirmReceipt', confirmedHow: '电话', confirmedBy: '何晓雯' });
    expect((await waiting(clerk)).items).toEqual([]);
  });

  test('are the own organ’s alone, also for who sees below, and come page by page', async () => {
    const street = await api.officer('clerk.street');
    for (const day of ['2026-05-08', '2026-05-07']) await open(street, { receipt: { channel: 'email', submittedOn: day } });
    expect((await waiting(await api.officer('supervisor.district'))).items).toEqual([]);
    const first = (await street.get('/arrivals?limit=1')).body as ArrivalList;
    const second = (await street.get(`/arrivals?limit=1&cursor=${first.nextCursor ?? ''}`)).body as ArrivalList;
    expect([...first.items, ...second.items].map(({ arrivedOn }) => arrivedOn).sort()).toEqual(['2026-05-07', '2026-05-08']);
    expect(second.nextCursor).toBeNull();
  });
});

describe('what is asked of an arrival', () => {
  test('is said by the statute pack, by channel, in the order of the form', async () => {
    const { channels } = (await clerk.get('/channels')).body as ChannelsView;
    expect(channels.fax).toEqual(['faxNumber', 'pages', 'missingPages', 'arrivedAt']);
    expect(channels.in_person).toEqual(['pages', 'oral']);
    expect(channels.web).toEqual([]);
  });

  test('is kept with the arrival; an envelope is one of the files, a time one of the day', async () => {
    const fax = { channel: 'fax', submittedOn: '2026-05-07', pages: 3, missingPages: '第2页', arrivedAt: '23:41' };
    const view = await open(clerk, { receipt: fax });
    expect(view.receipt).toMatchObject(fax);
    const wrong = { ...fax, arrivedAt: '24:41', oral: true };
    expect(fieldsIn(await clerk.post('/cases', application({ receipt: wrong })))).toEqual([
      'receipt.arrivedAt wrong-format',
      'receipt.oral unknown-field',
    ]);
    const letter = { channel: 'ems', signedOn: '2026-05-08', envelopeFileId: 'f'.repeat(64) };
    expect(fieldsIn(await clerk.post('/cases', application({ receipt: letter })))).toEqual([
      'receipt.envelopeFileId unknown-file',
    ]);
  });
});

test('a file that came twice under two names has in each case the one it was handed in with there', async () => {
  const content = '%PDF-1.7\ntrailer<<>>\n%%EOF\n';
  const names = ['张三的申请.pdf', '李四的申请.pdf'];
  for (const name of names) {
    const { body: file } = await clerk.upload('/files', new File([content], name, { type: 'application/pdf' }));
    expect(file).toMatchObject({ name });
    const { id } = await open(clerk, { fileIds: [sha256(content)] });
    expect((await clerk.get(`/cases/${id}/documents`)).body).toMatchObject({ items: [{ name }] });
    api.clock.advance(A_MINUTE);
  }
  for (const [name, called] of [
    [names[1], names[1]],
    ['start.exe', names[0]],
    ['a.png', names[0]],
  ] as const) {
    const { headers } = await clerk.get(`/files/${sha256(content)}?name=${encodeURIComponent(name ?? '')}`);
    expect(headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(called ?? '')}`);
  }
});

describe('a request to correct a record about oneself (REG 41)', () => {
  const asked = {
    applicant: { name: '吴敏', idNumber: '110105194912310021', address: '北京市朝阳区团结湖路5号' },
    record: '2025年度摊位登记表中本人的摊位面积',
    wrong: '登记为12平方米',
    wanted: '8平方米',
  };
  const entry = { ...asked, channel: 'in_person', receivedOn: '2026-05-08', proof: '测绘单位出具的面积证明原件', fileIds: [] };
  /** A session does not outlast the days that pass here. */
  const all = async (state = 'open', who = 'clerk.bureau'): Promise<readonly RecordCorrection[]> =>
    ((await (await api.officer(who)).get(`/record-corrections?state=${state}`)).body as RecordCorrections).items;
  const take = async (username: string, { id, version }: RecordCorrection, step: object) =>
    (await api.officer(username)).post(`/record-corrections/${id}/steps`, { version, ...step });
  const taken = async (username: string, item: RecordCorrection, step: object): Promise<RecordCorrection> => {
    const { status, body, text } = await take(username, item, step);
    if (status !== 200) throw new Error(text);
    return body as RecordCorrection;
  };

  test('has a number and a period of its own and is no application; without proof it is none', async () => {
    const cases = await api.count('case_file');
    expect(fieldsIn(await clerk.post('/record-corrections', { ...entry, proof: undefined }))).toEqual(['proof required']);
    const { status, body } = await clerk.post('/record-corrections', entry);
    expect(status).toBe(201);
    const { entry: kept, receipt } = body as EnteredRecord;
    expect(kept).toMatchObject({
      number: '城管依申请更〔2026〕1号',
      state: 'open',
      applicant: { name: '吴敏', idNumber: '****0021' },
      due: { on: '2026-06-04', daysLeft: 20, length: 20, article: 'REG 41' },
    });
    expect(receipt).toMatchObject({ number: kept.number, dueOn: '2026-06-04' });
    expect(await api.count('case_file')).toBe(cases);
    expect(await all('open', 'caseworker.street')).toEqual([]);
    // It tells of a person: nobody looks at it who has nothing to do with it.
    const admin = await api.officer('admin.bureau');
    const answers = [
      await admin.get(`/record-corrections/${kept.id}`),
      await admin.post(`/record-corrections/${kept.id}/draft`, {}),
    ];
    expect(answers.map((answer) => problemIn(answer).code)).toEqual(['role-missing', 'role-missing']);
    const [stored] = await api.services.source.query<{ row: string }[]>(
      'SELECT record_correction::text AS row FROM record_correction',
    );
    expect(stored?.row).not.toContain('吴敏');
  });

  test('is decided by one and signed by another; the answer has its number and tells the remedies, which run from service', async () => {
    const [item] = await all();
    if (item === undefined) throw new Error('none');
    const passedOn = { step: 'decide', outcome: 'passed_on', text: '该登记表由街道办事处制作' };
    expect(fieldsIn(await take('caseworker.bureau', item, passedOn))).toEqual(['otherOrgan required']);
    const otherOrgan = '团结湖街道办事处，电话010-65000000';
    const drafted = await taken('caseworker.bureau', item, { ...passedOn, otherOrgan });
    expect(problemIn(await take('caseworker.bureau', drafted, { step: 'sign' })).code).toBe('role-missing');
    expect(problemIn(await take('approver.bureau', item, { step: 'sign' })).code).toBe('record-changed');
    const back = await taken('approver.bureau', drafted, { step: 'sendBack', text: '请写明核对经过' });
    expect(back).toMatchObject({ state: 'open', decision: null, may: [] });
    const again = await taken('caseworker.bureau', back, { step: 'decide', outcome: 'refused', text: '实测为12平方米' });
    const { status } = await (await api.officer('approver.bureau')).post(`/record-corrections/${item.id}/draft`, {});
    expect(status).toBe(200);
    const signed = await taken('approver.bureau', again, { step: 'sign' });
    expect(signed).toMatchObject({ state: 'signed', notice: { number: '城管依申请更复〔2026〕1号' } });
    api.clock.set(localDate('2026-05-20'));
    expect(fieldsIn(await take('caseworker.bureau', signed, { step: 'send', mode: 'post', on: '2026-05-21' }))).toEqual([
      'on future-date',
    ]);
    expect(fieldsIn(await take('caseworker.bureau', signed, { step: 'send', mode: 'electronic' }))).toEqual([
      'agreedTo required',
    ]);
    const sent = await taken('caseworker.bureau', signed, { step: 'send', mode: 'post' });
    expect(sent).toMatchObject({ state: 'sent', sentOn: '2026-05-20', remedies: [], due: { daysLeft: null } });
    const served = await taken('caseworker.bureau', sent, { step: 'serve' });
    // 60 days end on Sunday 19 July; six months on Friday 20 November.
    expect(served.remedies).toEqual([
      { remedy: 'reconsideration', until: '2026-07-20', provisional: false },
      { remedy: 'litigation', until: '2026-11-20', provisional: false },
    ]);
    expect(await all()).toEqual([]);
    expect(await all('done')).toHaveLength(1);
  });

  test('is asked for on the portal with proof, and followed by number and code; late from the day after its last', async () => {
    const base = `${api.url}/api/v1/public`;
    const form = new FormData();
    form.append('file', new File(['%PDF-1.4 proof'], '证明.pdf', { type: 'application/pdf' }));
    const { body: file } = await request(`${base}/files?organ=bureau`, { method: 'POST', body: form });
    const fileIds = [(file as PublicFile).id];
    const refused = await postJson(`${base}/record-corrections`, { organ: 'bureau', ...asked, fileIds: [] });
    expect(fieldsIn(refused)).toEqual(['fileIds too-few']);
    const { status, body } = await postJson(`${base}/record-corrections`, { organ: 'bureau', ...asked, fileIds });
    expect(status).toBe(201);
    const { number, queryCode } = body as RecordReceipt;
    const follow = (code: string) => request(`${base}/record-corrections/${encodeURIComponent(number)}?code=${code}`);
    expect((await follow(queryCode)).body).toMatchObject({ number, state: 'in_hand', dueOn: '2026-06-17', outcome: null });
    expect(problemIn(await follow('2222-2222')).code).toBe('application-not-found');
    const [item] = await all();
    expect(item).toMatchObject({ number, channel: 'web', files: [{ name: '证明.pdf' }] });
    api.clock.set(localDate('2026-06-18'));
    expect((await all())[0]).toMatchObject({ state: 'overdue', due: { daysLeft: -1 } });
  });

  test('is told of by the ladder, once for a ring: who handles it, on the day whoever supervises, late whoever leads above', async () => {
    const laws = lawShelf(api.settings.configDir);
    const duties = new DutyClock({ pool: api.services.pool, laws, clock: api.clock, sources: [owedRecordAnswers(laws)] });
    const told: string[] = [];
    for (const day of ['2026-06-09', '2026-06-10', '2026-06-11', '2026-06-15', '2026-06-17', '2026-06-18']) {
      api.clock.set(localDate(day));
      await Promise.all([duties.ring(), duties.ring()]);
    }
    const rows = await api.services.source.query<{ day: string; rung: string; username: string }[]>(`
      SELECT ring_on::text AS day, rung, username FROM notification JOIN person ON person.id = person_id
        JOIN record_correction ON subject = 'recordCorrectionDue:' || number WHERE received_on = '2026-05-20'
       ORDER BY ring_on, username`);
    for (const { day, rung, username } of rows) told.push(`${day} ${rung} ${username}`);
    expect(told).toEqual([
      '2026-06-10 five_before caseworker.bureau',
      '2026-06-12 three_before caseworker.bureau',
      '2026-06-17 on_the_day caseworker.bureau',
      '2026-06-17 on_the_day supervisor.bureau',
      '2026-06-18 overdue approver.bureau',
      '2026-06-18 overdue caseworker.bureau',
      '2026-06-18 overdue supervisor.bureau',
    ]);
    const jobs = await api.services.source.query<unknown[]>(`SELECT FROM outbox WHERE job = 'deliver-notification'`);
    expect(jobs).toHaveLength(rows.length);
  });
});

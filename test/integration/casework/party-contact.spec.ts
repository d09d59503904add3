import { randomUUID } from 'node:crypto';
import { verifyReplay } from '@gongkai/casework';
import type { CaseView, Command } from '@gongkai/contracts';
import { destruction } from '../../../libs/filing/src/disposal/destruction.js';
import { Office, refusalOf } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const CASEWORKER = 'caseworker.bureau';
const ADDRESS = { partyAddress: '云川市清河区工业路9号', partyPhone: '138 1111 2222' };
const MOVED = { partyAddress: '云川市南湖区新城路3号', partyPhone: '139 3333 4444' };
const step = (id: string, command: Command): Promise<CaseView> => office.step(id, CASEWORKER, command);
const refused = (id: string, command: Command) => refusalOf(office.handle(id, CASEWORKER, command));
const contactsOf = async (id: string) =>
  (await office.queries.view(office.person('clerk.bureau'), id)).consultations.map(({ contact }) => contact);

async function asked(more: object = ADDRESS): Promise<{ id: string; items: CaseView['items']; consultationId: string }> {
  const { id } = await office.accepted();
  const { items, consultations } = await step(id, { type: 'askThirdParty', party: '王某', ...more });
  return { id, items, consultationId: consultations[0]?.id ?? '' };
}

/** Everything that the database holds, as a dump would show it. */
async function dump(): Promise<string> {
  const tables = await office.rows<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) => office.rows<{ all: string | null }>(`SELECT string_agg(t::text, E'\\n') AS all FROM ${name} AS t`)),
  );
  return texts.map(([row]) => row?.all ?? '').join('\n');
}

test('where who is asked is reached lies sealed: in no entry, no message and nowhere in a dump in clear', async () => {
  const idempotency = { scope: 'a test', key: randomUUID(), requestHash: 'b'.repeat(64) };
  const { id } = await office.accepted();
  const command = { type: 'askThirdParty', party: '王某', ...ADDRESS } as const;
  const { consultations } = await office.step(id, CASEWORKER, command, { idempotency });
  const contact = { address: ADDRESS.partyAddress, phone: ADDRESS.partyPhone };
  expect(consultations).toMatchObject([{ party: '王某', contact }]);
  const consultationId = consultations[0]?.id ?? '';
  const changed = await step(id, { type: 'changePartyContact', consultationId, ...MOVED });
  expect(changed.consultations).toMatchObject([{ contact: { address: MOVED.partyAddress, phone: MOVED.partyPhone } }]);
  // Both are told together: what is not said again is known no more.
  await office.step(id, 'clerk.bureau', { type: 'changePartyContact', consultationId, partyAddress: MOVED.partyAddress });
  expect(await contactsOf(id)).toEqual([{ address: MOVED.partyAddress }]);
  const facts = await office.rows<{ fact: object }>(
    `SELECT fact FROM journal WHERE case_id = $1 AND type IN ('CONSULTATION', 'PARTY_CONTACT_CHANGED') ORDER BY seq`,
    [id],
  );
  expect(facts[1]?.fact).toEqual({ type: 'PARTY_CONTACT_CHANGED', on: '2026-03-02', consultationId });
  const all = await dump();
  expect(all).toContain('王某');
  for (const told of ['工业路', '新城路', ADDRESS.partyPhone, MOVED.partyPhone]) expect(all).not.toContain(told);
  expect(await verifyReplay({ pool: office.pool, laws: office.laws })).toMatchObject({ differences: [] });
});

test('it is told anew and never corrected, by who handles the case, of somebody who was asked', async () => {
  const { id, consultationId } = await asked({});
  expect(await contactsOf(id)).toEqual([undefined]);
  const change = { type: 'changePartyContact', consultationId } as const;
  expect(await refused(id, change)).toMatchObject({ fields: ['partyAddress required'] });
  expect(await refused(id, { ...change, consultationId: 'x', ...MOVED })).toMatchObject({
    fields: ['consultationId unknown-consultation'],
  });
  const byApprover = office.handle(id, 'approver.bureau', { ...change, ...MOVED });
  expect(await refusalOf(byApprover)).toMatchObject({ code: 'role-missing' });
  const other = (await office.accepted()).id;
  expect(await refused(other, { ...change, ...MOVED })).toMatchObject({
    ...{ code: 'step-not-permitted', details: { reason: 'nobody-asked' } },
  });
  const { items } = await office.queries.journal(office.person(CASEWORKER), id, { limit: 50 });
  const entryId = items.find(({ type }) => type === 'CONSULTATION')?.id ?? '';
  for (const name of ['partyAddress', 'partyPhone'])
    expect(await refused(id, { type: 'correctFact', entryId, fields: { [name]: 'x' }, reason: '写错' })).toMatchObject({
      fields: [`fields.${name} field-not-correctable`],
    });
});

/** Destroys a case as an approved list does. */
async function destroy(id: string): Promise<void> {
  const list = randomUUID();
  await office.rows(
    `INSERT INTO disposal (id, organ_id, state, listed_at, history, hash)
     SELECT $1, organ_id, 'approved', now(), '[]', repeat('0', 64) FROM case_file WHERE id = $2`,
    [list, id],
  );
  await office.rows(
    `INSERT INTO disposal_case (disposal_id, place, case_id, number, subject, filed_on, documents, last_hash, verdict)
     SELECT $1, 1, id, number, '', opened_on, 0, last_hash, 'destroy' FROM case_file WHERE id = $2`,
    [list, id],
  );
  for (const { text, values } of destruction(list)) await office.rows(text, [...(values ?? [])]);
}

test('a split takes it along: either case can change it for both, and it goes with the last of them', async () => {
  const { id, items, consultationId } = await asked();
  await asked();
  const before = await office.rows('SELECT FROM party_contact');
  const split = await step(id, { type: 'split', items: [items[1]?.id ?? ''] });
  const second = split.linkedCaseIds[0] ?? '';
  await step(second, { type: 'changePartyContact', consultationId, ...MOVED });
  const moved = [{ address: MOVED.partyAddress, phone: MOVED.partyPhone }];
  expect([await contactsOf(id), await contactsOf(second)]).toEqual([moved, moved]);
  await destroy(id);
  expect(await contactsOf(second)).toEqual(moved);
  await destroy(second);
  expect(await office.rows('SELECT FROM party_contact')).toHaveLength(before.length - 1);
  expect(await office.rows('SELECT FROM party_contact WHERE consultation_id = $1', [consultationId])).toEqual([]);
});

import type { Command } from '@gongkai/contracts';
import { atTheCounter, Office, refusalOf } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const RING = ['caseworker.bureau', 'approver.bureau', 'legal.bureau'] as const;

/** Each signs for the one before, and the last for the first, as it could be made before rings were refused; by a hand in the database it still can. */
async function inARing(): Promise<void> {
  office.on('2026-03-02');
  await office.rows(`
    INSERT INTO post (id, person_id, organ_id, role, valid_from)
    SELECT gen_random_uuid(), id, organ_id, 'approver', '2026-01-01' FROM person WHERE username IN ('caseworker.bureau', 'legal.bureau')`);
  for (const [i, username] of RING.entries()) {
    const { id, organId } = office.person(username);
    const next = office.person(RING[(i + 1) % RING.length] ?? '').id;
    await office.rows(
      `INSERT INTO delegation (id, principal_id, delegate_id, organ_id, from_day, reason, granted_on, granted_by)
       VALUES (gen_random_uuid(), $1, $2, $3, '2026-01-01', 'as it was', '2026-01-01', $1)`,
      [id, next, organId],
    );
    await office.rows(`INSERT INTO absence VALUES (gen_random_uuid(), $1, '2026-03-01', '2026-03-31', $2)`, [id, next]);
  }
  for (const username of RING) await office.meetAgain(username);
}

test('a ring of delegations and absences from before gives nobody the approval of what they drafted, and holds nothing up', async () => {
  await inARing();
  const [drafter, signer, third] = RING;
  const { id, items } = await office.log(atTheCounter('2026-03-02', { items: [{ description: '名单' }] }));
  const take = (by: string, command: Command) => office.step(id, by, command);
  await take(drafter, { type: 'accept' });
  await take(drafter, { type: 'claim' });
  await take(drafter, { type: 'decideItem', itemId: items[0]?.id ?? '', code: 'already_public', otherOrgan: '门户网站' });
  await take(drafter, { type: 'submitForApproval' });
  // Whoever has drafted it does not sign, neither for themselves nor for the one who has delegated to them.
  for (const more of [{}, { inPlaceOf: office.person(third).id }])
    expect(await refusalOf(office.handle(id, drafter, { type: 'approve', ...more }))).toMatchObject({
      code: 'self-approval',
    });
  // Nor does anybody in the drafter's place.
  const forDrafter = { type: 'approve', inPlaceOf: office.person(drafter).id } as const;
  expect(await refusalOf(office.handle(id, signer, forDrafter))).toMatchObject({ code: 'self-approval' });
  expect(await take(third, { type: 'approve' })).toMatchObject({ turn: { step: 'signReply' } });
  expect(await take(signer, { type: 'signReply' })).toMatchObject({ state: 'signed' });
});

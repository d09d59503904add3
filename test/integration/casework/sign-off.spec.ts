import { localDate } from '@gongkai/calendar';
import { Administration } from '@gongkai/casework';
import { CaseFilters, parseInput, type CaseRow, type Command } from '@gongkai/contracts';
import { atTheCounter, Office, refusalOf } from './office.js';
import { ORIGINAL } from '../../support/original.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

test('a draft goes up the chain of its organ after its legal review: each step waits for its post alone, and the signer fixes the public attribute', async () => {
  const { id, items } = await office.log(
    atTheCounter('2026-03-02', { items: [{ description: '项目评审意见' }, { description: '项目名单' }] }),
    'clerk.science',
  );
  const [itemId, given] = [items[0]?.id ?? '', items[1]?.id ?? ''];
  const take = (by: string, command: Command) => office.step(id, `${by}.science`, command);
  const posts = ['unit-head', 'office-director', 'leader', 'approver'];
  const waitsFor = async (): Promise<string[]> => {
    const lists = posts.map(async (post) => {
      const filters = parseInput(CaseFilters, { waiting: 'approval', approvals: 'mine' });
      return (await office.queries.list(office.person(`${post}.science`), filters)).items.length;
    });
    const lengths = await Promise.all(lists);
    return posts.filter((_, i) => (lengths[i] ?? 0) > 0);
  };
  await take('caseworker', { type: 'accept' });
  const found = { facts: '讨论记录', severability: '全文均为讨论意见' } as const;
  const refusal = { ground: 'process_information', article: 'REG 16(2)', reasons: '讨论中的过程稿', ...found } as const;
  await take('caseworker', { type: 'decideItem', itemId, code: 'refused', ...refusal });
  await take('caseworker', { type: 'decideItem', itemId: given, code: 'granted' });
  await take('caseworker', { type: 'submitReview', itemId: given, ...ORIGINAL, attribute: 'public' });
  const otherwise = { attribute: 'on_application', attributeReason: '名单载有联系方式' } as const;
  await take('reviewer', { type: 'passReview', itemId: given, ...otherwise });
  const legal = async (waiting: 'legal' | 'approval'): Promise<number> =>
    (await office.queries.list(office.person('legal.science'), parseInput(CaseFilters, { waiting }))).items.length;
  expect(await take('caseworker', { type: 'submitForApproval' })).toMatchObject({
    ...{ turn: { who: { role: 'legal' }, step: 'reviewLegally' }, approval: { legal: { given: null } } },
    attribute: {
      standing: null,
      proposed: { attribute: 'public' },
      opined: { attribute: 'on_application', reason: '名单载有联系方式' },
    },
  });
  expect([await waitsFor(), await legal('legal'), await legal('approval')]).toEqual([[], 1, 0]);
  const early = office.handle(id, 'unit-head.science', { type: 'approve' });
  expect(await refusalOf(early)).toMatchObject({ code: 'step-not-permitted' });
  const reason = '依据准确';
  const reviewed = await take('legal', { type: 'reviewLegally', opinion: 'remarks', reason });
  expect(reviewed).toMatchObject({
    turn: { title: 'unit_head' },
    approval: { legal: { given: { opinion: 'remarks', reason } } },
  });
  const done = parseInput(CaseFilters, { done: 'review' });
  expect((await office.queries.list(office.person('legal.science'), done)).items).toHaveLength(1);
  expect(await waitsFor()).toEqual(['unit-head']);
  await take('unit-head', { type: 'approve' });
  expect(await waitsFor()).toEqual(['office-director']);
  await take('office-director', { type: 'approve', reason: '同意' });
  const { approval } = await take('leader', { type: 'approve' });
  expect(approval?.steps).toMatchObject([
    { by: 'unit_head', given: { by: office.person('unit-head.science').id, on: '2026-03-02' } },
    { by: 'office_director', given: { reason: '同意' } },
    { by: 'leader', given: { actingFor: null } },
  ]);
  expect(await waitsFor()).toEqual(['leader']);
  expect(await refusalOf(office.handle(id, 'leader.science', { type: 'signReply' }))).toMatchObject({
    fields: ['attribute required'],
  });
  const { attribute } = await take('leader', { type: 'signReply', attribute: 'on_application' });
  expect(attribute).toMatchObject({
    standing: 'on_application',
    proposed: { attribute: 'public', by: office.person('caseworker.science').id },
    fixed: { attribute: 'on_application', reason: '名单载有联系方式', by: office.person('leader.science').id },
  });
});

describe('delegated sign-off', () => {
  const found = { facts: '讨论记录', severability: '全文均为讨论意见' } as const;
  const refusal = { code: 'refused', ground: 'process_information', article: 'REG 16(2)', reasons: '过程稿', ...found } as const;
  const step = (id: string, by: string, command: Command) => office.step(id, `${by}.science`, command);
  const draft = async (): Promise<string> => {
    const { id, items } = await office.log(atTheCounter('2026-03-02', { items: [{ description: '会议纪要' }] }), 'clerk.science');
    await step(id, 'caseworker', { type: 'accept' });
    await step(id, 'caseworker', { type: 'decideItem', itemId: items[0]?.id ?? '', ...refusal });
    return id;
  };
  const deputys = async (): Promise<readonly CaseRow[]> => {
    const filters = parseInput(CaseFilters, { waiting: 'approval', approvals: 'mine' });
    return (await office.queries.list(office.person('approver.science'), filters)).items;
  };

  test('a deputy has what waits for the leader in their list, signs in that place, and no longer once it is revoked', async () => {
    office.on('2026-03-02');
    const { delegations } = new Administration(office);
    const [leader, deputy] = [office.person('leader.science'), office.person('approver.science')];
    const asked = { reason: '出差', to: localDate('2026-03-06') };
    const refused = (to: string) => refusalOf(delegations.grant(leader, 'me', { ...asked, delegate: office.person(to).id }));
    expect(await refused('leader.science')).toMatchObject({ fields: ['delegate same-person'] });
    // Who may not approve does not become an approver by it (REG 33).
    for (const to of ['clerk.science', 'caseworker.science', 'reviewer.science'])
      expect(await refused(to)).toMatchObject({ fields: ['delegate delegate-without-post'] });
    expect(await refused('approver.bureau')).toMatchObject({ fields: ['delegate unknown-person'] });
    // Who signs for the leader cannot sign as unit head as well, and nobody else does.
    expect(await refused('unit-head.science')).toMatchObject({ fields: ['delegate delegate-only-bearer'] });
    const given = await delegations.grant(leader, 'me', { ...asked, delegate: deputy.id });
    expect(given).toMatchObject({ state: 'in_force', from: '2026-03-02', granted: { on: '2026-03-02', by: { id: leader.id } } });
    // Who sign for each other on the same days check nobody; before or after those days they may.
    const back = { reason: '休假', to: null, delegate: leader.id };
    expect(await refusalOf(delegations.grant(deputy, 'me', back))).toMatchObject({ fields: ['delegate delegations-in-a-ring'] });
    const later = await delegations.grant(deputy, 'me', { ...back, from: localDate('2026-03-07') });
    await delegations.revoke(deputy, { personId: 'me', delegationId: later.id });
    expect(await refused('reviewer.science')).toMatchObject({
      fields: ['from delegation-overlaps', 'delegate delegate-without-post'],
    });
    expect(await office.meetAgain('approver.science')).toMatchObject({ roles: ['approver'], standsFor: [{ id: leader.id }] });
    const { id } = await step(await draft(), 'caseworker', { type: 'submitForApproval' });
    await step(id, 'legal', { type: 'reviewLegally', opinion: 'agrees' });
    await step(id, 'unit-head', { type: 'approve' });
    expect(await deputys()).not.toContainEqual(expect.objectContaining({ id }));
    await step(id, 'office-director', { type: 'approve' });
    const inPlaceOf = { id: leader.id, name: leader.name, delegatedOn: '2026-03-02' };
    expect((await deputys()).find((row) => row.id === id)?.turn).toMatchObject({ title: 'leader', inPlaceOf });
    const { approval } = await step(id, 'approver', { type: 'approve' });
    expect(approval?.steps[2]?.given).toMatchObject({ by: deputy.id, actingFor: leader.id, delegatedOn: '2026-03-02' });
    await delegations.revoke(leader, { personId: 'me', delegationId: given.id });
    expect(await office.meetAgain('approver.science')).toMatchObject({ standsFor: [] });
    expect((await refusalOf(step(id, 'approver', { type: 'signReply' }))).code).toBe('approval-of-another-post');
    const log = await office.rows(`SELECT action FROM admin_log WHERE subject_id = $1 ORDER BY seq`, [leader.id]);
    expect(log).toEqual([{ action: 'delegation-granted' }, { action: 'delegation-revoked' }]);
  });

  test('a deputy does not have their own draft in their list: they can approve none of it', async () => {
    const [leader, deputy] = [office.person('leader.science'), office.person('approver.science')];
    await office.source.query(
      `INSERT INTO post (id, person_id, organ_id, role, valid_from) VALUES (gen_random_uuid(), $1, $2, 'caseworker', '2026-01-01')`,
      [deputy.id, deputy.organId],
    );
    const { delegations } = new Administration(office);
    await delegations.grant(leader, 'me', { reason: '出差', to: localDate('2026-03-06'), delegate: deputy.id });
    await office.meetAgain('approver.science');
    const id = await draft();
    await step(id, 'approver', { type: 'submitForApproval' });
    await step(id, 'legal', { type: 'reviewLegally', opinion: 'agrees' });
    await step(id, 'unit-head', { type: 'approve' });
    await step(id, 'office-director', { type: 'approve' });
    expect((await refusalOf(step(id, 'approver', { type: 'approve' }))).code).toBe('self-approval');
    expect((await deputys()).map((row) => row.id)).not.toContain(id);
  });

  test('a draft is not submitted under a step whose title nobody bears', async () => {
    const id = await draft();
    await office.rows(`UPDATE post SET title = NULL WHERE title = 'leader'`);
    expect((await refusalOf(step(id, 'caseworker', { type: 'submitForApproval' }))).code).toBe('approval-post-vacant');
  });
});

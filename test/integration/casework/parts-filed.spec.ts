import type { CaseView, Command } from '@gongkai/contracts';
import { Office, refusalOf } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const FILE = { type: 'file', unproven: 'the slips lie in the paper folder', unkept: 'the letters lie there as well' } as const;
const step = (id: string, role: string, command: Command): Promise<CaseView> => office.step(id, `${role}.bureau`, command);
const seenBy = (role: string, id: string): Promise<CaseView> => office.queries.view(office.person(`${role}.bureau`), id, 'zh-CN');

/** A case of two items of which one was taken out; what stays is withdrawn. */
async function divided(inPart: boolean): Promise<{ readonly id: string; readonly apart: CaseView }> {
  const { id, items } = await office.accepted();
  const { linkedCaseIds } = await step(id, 'caseworker', {
    type: 'split',
    items: [items[1]?.id ?? ''],
    ...(inPart ? { inPart } : {}),
  });
  await step(id, 'caseworker', { type: 'withdraw', how: 'letter' });
  return { id, apart: await seenBy('caseworker', linkedCaseIds[0] ?? '') };
}

test('an application that is answered in parts is filed once all of them are over', async () => {
  const { id, apart } = await divided(true);
  expect(await refusalOf(office.handle(id, 'archivist.bureau', FILE))).toMatchObject({
    code: 'parts-open',
    details: { article: 'REG 45', cases: [{ id: apart.id, number: apart.number }], facts: { numbers: apart.number } },
  });
  const { permitted, refused } = await seenBy('archivist', id);
  expect(permitted.map(({ type }) => type)).not.toContain('file');
  expect(refused).toContainEqual(
    expect.objectContaining({ type: 'file', code: 'parts-open', reason: expect.stringContaining(apart.number) }),
  );
  await step(apart.id, 'caseworker', { type: 'withdraw', how: 'letter' });
  expect((await step(id, 'archivist', FILE)).state).toBe('filed');
});

test('what was made several applications is filed each by itself', async () => {
  const { id } = await divided(false);
  expect((await step(id, 'archivist', FILE)).state).toBe('filed');
});

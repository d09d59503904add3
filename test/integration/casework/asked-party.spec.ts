import { Office, refusalOf } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

test('neither the own organ nor the applicant is consulted: that would stop the clock by a letter to oneself (REG 33(3), GC26)', async () => {
  office.on('2026-03-02');
  const { id, applicant } = await office.accepted();
  const [own] = await office.rows<{ name_zh: string; name_en: string }>(
    `SELECT name_zh, name_en FROM organ JOIN case_file ON case_file.organ_id = organ.id WHERE case_file.id = $1`,
    [id],
  );
  const asks = (type: 'askThirdParty' | 'askOtherOrgan' | 'askSecrecyAuthority', party: string) =>
    office.handle(id, 'caseworker.bureau', { type, party });
  const name = own?.name_zh ?? '';
  for (const party of [name, ` ${name.slice(0, 1)} ${name.slice(1)}`, own?.name_en.toUpperCase() ?? ''])
    expect(await refusalOf(asks('askOtherOrgan', party))).toMatchObject({ fields: ['party asks-own-organ'] });
  expect(await refusalOf(asks('askSecrecyAuthority', name))).toMatchObject({ fields: ['party asks-own-organ'] });
  expect(await refusalOf(asks('askThirdParty', `${applicant.name}　`))).toMatchObject({ fields: ['party asks-applicant'] });
  await office.rows(
    `INSERT INTO organ (id, code, name_zh, name_en, kind, parent_id, path, number_prefix)
     SELECT '00000000-0000-4000-8000-000000000001', 'law-section', '法制科', 'Legal section', 'unit', id, path || '00000000-0000-4000-8000-000000000001'::uuid, 'x'
       FROM organ WHERE name_zh = $1`,
    [name],
  );
  for (const party of ['法制科', `${name}法制科`])
    expect(await refusalOf(asks('askOtherOrgan', party))).toMatchObject({ fields: ['party asks-own-organ'] });
  const { consultations } = (await asks('askThirdParty', '某公司')).view;
  expect(consultations).toHaveLength(1);
});

import { commandSchemas, type CommandType } from '@gongkai/contracts';
import { zh } from '../../i18n/zh/all.js';
import { fieldsOf } from './step-model.js';

/** Whoever is asked by a letter is asked about items: so they are called there, and nowhere else. */
const ASKING: ReadonlySet<CommandType> = new Set(['askThirdParty', 'askJointProducer', 'askOtherOrgan', 'askSecrecyAuthority']);

test('which items a step is for is called by what it does with them', () => {
  const types = (Object.keys(commandSchemas) as CommandType[]).filter((type) =>
    fieldsOf(type).some(({ name }) => name === 'itemIds'),
  );
  const others = types.filter((type) => !ASKING.has(type));
  expect(others).toContain('recordSearch');
  expect(others.filter((type) => !(`field.${type}.itemIds` in zh.step))).toEqual([]);
});

import { attributeProblems } from './attribute-in-table.js';

const told = (attribute?: string, way?: string): readonly string[] =>
  attributeProblems({ ...(attribute === undefined ? {} : { attribute }), ...(way === undefined ? {} : { way }) }, true).map(
    ({ path, code }) => `${path} ${code}`,
  );

test.each(['主动公开', '公开', '此件公开发布', '依申请公开转主动公开', ' 主动 公开 ', 'Public'])(
  '“%s” is for everybody',
  (attribute) => expect(told(attribute)).toEqual([]),
);

test.each(['不予公开', '依申请公开', '此件不公开', '内部', '部分公开', '涉密'])('“%s” is not published', (attribute) =>
  expect(told(attribute)).toEqual(['attribute not-for-everybody']),
);

test('what a table does not tell of a row is asked for, and the way in which it is open counts too', () => {
  expect(told()).toEqual(['attribute required']);
  expect(attributeProblems({}, false)).toEqual([]);
  expect(told('主动公开', '网站')).toEqual([]);
  expect(told('主动公开', '依申请公开')).toEqual(['way not-for-everybody']);
  expect(told('主动公开', '依申请公开转主动公开')).toEqual([]);
});

import { PublicApplication, RESIDENT_ID } from '@gongkai/contracts';
import { applicationProblems } from './application-checks.js';

const problems = (change: object): string[] =>
  applicationProblems(
    PublicApplication.parse({
      organ: 'bureau',
      applicant: {
        kind: 'natural_person',
        category: 'natural_person',
        name: '沈知远',
        idNumber: '110101199003070011',
        ...change,
      },
      items: [{ description: '台账' }],
      wantedForm: 'electronic',
      delivery: 'portal',
    }),
  ).map(({ path, code }) => `${path} ${code}`);

test.each(['13800000000', '138-0000 0000', '010-55018103', '+86 138 0000 0000', '12345', '１３８０００００００0'])(
  '%s can be called',
  (phone) => expect(problems({ phone })).toEqual([]),
);

test.each(['1380000000', '138000000000', 'abc', '123'])('%s cannot', (phone) =>
  expect(problems({ phone, agentPhone: phone })).toEqual([
    'applicant.phone mistyped-phone',
    'applicant.agentPhone mistyped-phone',
  ]),
);

test.each(['110101199003070011', '１１０１０１１９９００３０７００１１', '110101 19900307 0011'])(
  '%s is a resident id',
  (idNumber) => expect(problems({ idType: RESIDENT_ID, idNumber, phone: '12345' })).toEqual([]),
);

test('a resident id with another last place is mistyped', () =>
  expect(problems({ idType: RESIDENT_ID, idNumber: '１１０１０１１９９００３０７００１２', phone: '12345' })).toEqual([
    'applicant.idNumber mistyped-number',
  ]));

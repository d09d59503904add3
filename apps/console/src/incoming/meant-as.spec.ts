import { firstActOf } from './meant-as.js';

type MeantFor = Parameters<typeof firstActOf>[0]['meantFor'];

test('what came in is logged; an answer of who was asked never is: it is recorded, or put to its case', () => {
  const answer = { consultationId: 'c', answer: 'agree' } as const;
  const meant = { id: 'i', number: '1', as: 'consultation_answer', answer } as unknown as MeantFor;
  const slip = { id: 'i', number: '1', as: 'payment_proof' } as unknown as MeantFor;
  expect([null, slip].map((meantFor) => firstActOf({ meantFor }, 'clerk'))).toEqual(['log', 'log']);
  expect((['caseworker', 'clerk', null] as const).map((role) => firstActOf({ meantFor: meant }, role))).toEqual([
    'record',
    'attach',
    'attach',
  ]);
});

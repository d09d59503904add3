import { personOf, type Life } from '../support/life.js';
import { acceptedOn, asked, served, signed } from '../support/roads.js';

/** A case that is closed with an answer still outstanding. */
function over(): { readonly life: Life; readonly consultationId: string } {
  const life = acceptedOn('2026-03-02');
  const consultationId = asked(life, 'askOtherOrgan', '2026-03-03', '2026-03-04');
  return { life: served(signed(life, '2026-03-06'), '2026-03-06', '2026-03-09'), consultationId };
}
const none = (line: string, reason?: string) => ({ type: 'markInapplicable', line, ...(reason ? { reason } : {}) }) as const;
const back = (line: string) => ({ type: 'markInapplicable', line, takenBack: true }) as const;
const marks = ({ now }: Life) => now.file.inapplicable.map(({ line, reason, by, on }) => [line, reason, by, on]);

test('a paper that does not apply is said so before filing, with who, when and why, and is told again by the journal', () => {
  const { life } = over();
  life.take(none('envelope', 'put into a courier bag'), personOf('archivist'));
  life.on('2026-03-10').take(none('envelope', 'put into the bag of another letter'), personOf('caseworker'));
  expect(marks(life)).toEqual([['envelope', 'put into the bag of another letter', 'the-caseworker', '2026-03-10']]);
  expect(life.replayed()).toEqual(life.now);
});

test('it is taken back where it was said; a reason is asked for, and the reply and its service always apply (REG 45)', () => {
  const { life } = over();
  expect(life.refusal(none('identity'))).toMatchObject({ fields: ['reason required'] });
  expect(life.refusal(back('identity'))).toMatchObject({ fields: ['line line-applies'] });
  life.take(none('identity', 'shown and taken back'));
  life.take(back('identity'));
  expect(marks(life)).toEqual([]);
  for (const line of ['papers', 'sent', 'served', 'proven', 'files', 'search', 'reviewed', 'remedies'])
    expect(() => life.take(none(line, 'no'))).toThrow();
});

test('an answer that comes afterwards was not in anybody’s mind: its paper is asked for', () => {
  const { life, consultationId } = over();
  life.take(none('answers', 'given by telephone'));
  life.take(none('envelope', 'handed over open'));
  life.on('2026-03-11').take({ type: 'recordAnswer', consultationId, answer: 'agree' });
  expect(marks(life).map(([line]) => line)).toEqual(['envelope']);
});

test('while a case is open, and once it is filed, nothing is said of it', () => {
  const open = acceptedOn('2026-03-02');
  expect(open.refusal(none('envelope', 'none'))).toMatchObject({ code: 'step-not-permitted' });
  const { life } = over();
  life.take({ type: 'file', unproven: 'in the paper folder' });
  expect(life.refusal(none('envelope', 'none'))).toMatchObject({ code: 'step-not-permitted' });
});

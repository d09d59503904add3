import type { Receipt } from '@gongkai/contracts';

/** Each channel: keys up to the applicant's name, what is kept, and whether somebody has to be asked first. */
export const LETTERS: readonly [string, readonly string[], Receipt & object, boolean][] = [
  [
    '1',
    ['>今', 'Enter', '>2', 'Enter', 'Space', 'Enter', 'Enter'],
    { channel: 'in_person', submittedOn: '2026-05-08', oral: true } as never,
    false,
  ],
  [
    '2',
    ['>8', 'Enter', '>5-6', 'Enter', '>XA1', 'Enter', '>收发室', 'Enter', 'Enter', 'Enter'],
    { channel: 'registered_mail', postedOn: '2026-05-06', signedOn: '2026-05-08' } as never,
    false,
  ],
  [
    '3',
    ['>昨', 'Enter', '>0505', 'Enter', '>EM1', 'Enter', '>收发室', 'Enter', 'Enter', 'Enter'],
    { channel: 'ems', postedOn: '2026-05-05', signedOn: '2026-05-07' } as never,
    false,
  ],
  ['4', ['>8', 'Enter', '>5-5', 'Enter', 'Enter'], { channel: 'ordinary_mail', arrivedOn: '2026-05-08' } as never, true],
  [
    '5',
    ['>-1', 'Enter', '>66200192', 'Enter', '>3', 'Enter', '>第2页', 'Enter', '>2341', 'Enter', 'Enter'],
    { channel: 'fax', submittedOn: '2026-05-07', pages: 3, missingPages: '第2页', arrivedAt: '23:41' } as never,
    true,
  ],
  ['6', ['Enter', 'Enter'], { channel: 'web', submittedOn: '2026-05-08' } as never, true],
  ['7', ['>7', 'Enter', 'Enter'], { channel: 'email', submittedOn: '2026-05-07' } as never, true],
];

/** What of a receipt the clock reads. */
export const daysOf = (receipt: object): object =>
  Object.fromEntries(Object.entries(receipt).filter(([name]) => name === 'channel' || name.endsWith('On')));

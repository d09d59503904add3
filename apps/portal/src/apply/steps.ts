import type { Draft } from './draft.js';

/** One question to a step, in this order. */
export const STEPS = ['who', 'contact', 'what', 'how', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** Where a step is in the address: 1 to 5. */
export const stepAt = (place: string | null): Step => STEPS[Number(place ?? '1') - 1] ?? 'who';

/** A field of the draft that a person still has to fill in, at its step; what is right beyond that the server says. */
export type Missing = { readonly field: string; readonly step: Step };

const isBlank = (text: string): boolean => text.trim() === '';

/** Ways to reach somebody that each delivery needs. */
const NEEDED = { post: ['address'], pick_up: ['phone'], email: ['email'], portal: [] } as const;

/** What is still missing. */
export function missingIn(draft: Draft): readonly Missing[] {
  const { organ, name, idNumber, files, phone, email, address, wantsMail, items, delivery } = draft;
  const unreachable = isBlank(phone) && isBlank(email) && isBlank(address);
  const checks: readonly [boolean, string, Step][] = [
    [isBlank(organ), 'organ', 'who'],
    [isBlank(name), 'name', 'who'],
    [isBlank(idNumber) && files.length === 0, 'idNumber', 'who'],
    [unreachable, 'phone', 'contact'],
    [wantsMail && !unreachable && isBlank(email), 'email', 'contact'],
    ...items.map(({ description }, i): [boolean, string, Step] => [
      isBlank(description),
      `items.${String(i)}.description`,
      'what',
    ]),
    ...NEEDED[delivery].map((field): [boolean, string, Step] => [isBlank(draft[field]), `how.${field}`, 'how']),
  ];
  return checks.flatMap(([isMissing, field, step]) => (isMissing ? [{ field, step }] : []));
}

/** At which step a field of the API is asked for. */
export function stepOf(path: string): Step {
  if (path.startsWith('items')) return 'what';
  if (/^(mailTo|applicant\.(phone|email|address|agent|powerOfAttorney|accessibility))/.test(path)) return 'contact';
  return path === 'delivery' || path === 'wantedForm' ? 'how' : 'who';
}

import { newDraft } from './draft.js';
import { stillWrong } from './still-wrong.js';

const sent = newDraft({ channel: 'ordinary_mail', contactWith: '何晓雯' });
const found = ['receipt.arrivedOn', 'applicant.name', 'items.0.description'].map((path) => ({
  path,
  code: 'required' as const,
  message: '',
}));
const pathsAfter = (change: object): string[] => stillWrong(found, sent, { ...sent, ...change }).map(({ path }) => path);

test('what was not touched is as wrong as before', () => {
  expect(pathsAfter({ phone: '13800000000' })).toEqual(['receipt.arrivedOn', 'applicant.name', 'items.0.description']);
});

test('a field that was changed is not blamed any more', () => {
  expect(pathsAfter({ arrivedOn: '8', items: [{ ...sent.items[0], description: '台账' }] })).toEqual(['applicant.name']);
});

import { localDate } from '@gongkai/calendar';
import type { CaseView, NewApplication } from '@gongkai/contracts';
import type { TestApi } from './api.js';
import type { HttpAnswer, Officer } from './officer.js';

/** An application handed over at the counter on the day the tests begin. */
export const application = (change: Readonly<Record<string, unknown>> = {}): NewApplication =>
  ({
    receipt: { channel: 'in_person', submittedOn: '2026-03-02' },
    applicant: {
      kind: 'natural_person',
      category: 'natural_person',
      name: '李明远',
      idType: '居民身份证',
      idNumber: '110101199003070015',
    },
    items: [{ description: '2025年违法建设拆除台账' }],
    wantedForm: 'paper',
    delivery: 'post',
    ...change,
  }) as NewApplication;

/** The case in an answer. @throws Error when the answer is a problem */
export function caseIn({ status, body, text }: HttpAnswer): CaseView {
  if (status >= 300) throw new Error(`Expected a case, got ${status}: ${text}`);
  return body as CaseView;
}

/** Opens a case. */
export const open = async (clerk: Officer, change: Readonly<Record<string, unknown>> = {}): Promise<CaseView> =>
  caseIn(await clerk.post('/cases', application(change)));

/** Takes a step that is expected to go well. */
export const step = async (officer: Officer, id: string, command: Readonly<Record<string, unknown>>): Promise<CaseView> =>
  caseIn(await officer.post(`/cases/${id}/commands`, command));

type DaySteps = readonly (readonly [role: string, command: object])[];

/** What is done in the bureau on a day, by whom: the case after it. */
export const dayIn = (api: () => TestApi) =>
  async function on(day: string, id: string, steps: DaySteps): Promise<CaseView> {
    api().clock.set(localDate(day));
    let view: CaseView | undefined;
    for (const [role, command] of steps)
      view = await step(await api().officer(`${role}.bureau`), id, command as Record<string, unknown>);
    if (view === undefined) throw new Error('A day without a step.');
    return view;
  };

/** Sends the last letter of a case, which the office wrote itself, once an approver has seen it. */
export async function sendSeen(
  { id, notices, toConfirm }: CaseView,
  by: object,
  as: (role: string) => Promise<Officer>,
): Promise<void> {
  await step(await as('approver'), id, { type: 'confirmFact', entryId: toConfirm[0]?.entryId });
  await step(await as('caseworker'), id, { type: 'dispatchNotice', noticeId: notices.at(-1)?.id, ...by });
}

import { addDays, localDate, type LocalDate } from '@gongkai/calendar';
import type { IssuedFeed } from '@gongkai/contracts';
import type { TestApi } from './api.js';
import { caseIn, open, step } from './applications.js';
import { request, type HttpAnswer, type Officer } from './officer.js';

/** The secret address of somebody, made anew. */
export const issued = async (officer: Officer, scope: string): Promise<string> =>
  ((await officer.post('/feeds', { scope })).body as IssuedFeed).url;

/** What a calendar program finds there. */
export const readFeed = ({ url: root }: TestApi, url: string): Promise<HttpAnswer> =>
  request(url.replace(/^.*(?=\/api\/)/, root));

/** Whoever is asked and says nothing is waited for until the day of the answer; the day after, the consultation is closed. */
export async function expectLapsedUntold(
  api: TestApi,
  { clerk, worker }: Readonly<Record<'clerk' | 'worker', Officer>>,
): Promise<void> {
  const { id } = await open(clerk, { receipt: { channel: 'in_person', submittedOn: api.clock.today() } });
  await step(worker, id, { type: 'accept' });
  await step(worker, id, { type: 'claim' });
  const { consultations } = await step(worker, id, { type: 'askThirdParty', party: '洁源公司' });
  await step(worker, id, { type: 'recordService', consultationId: consultations[0]?.id, how: '签收' });
  const asked = caseIn(await worker.get(`/cases/${id}`));
  const due = localDate(asked.consultations[0]?.answerDue ?? '');
  const url = await issued(worker, 'person');
  const told = async (on: LocalDate): Promise<boolean> => {
    api.clock.set(on);
    return (await readFeed(api, url)).text.replaceAll('\r\n ', '').includes(`${id}-answerDue:`);
  };
  expect([await told(due), await told(addDays(due, 1))]).toEqual([true, false]);
}

import type { ReportEntry } from '@gongkai/contracts';
import type { Officer } from './officer.js';

const OWN = '?scope=own';

/** Writes table A and every part of the text of an organ's report, by default of the organ alone, and hands it in. */
export async function handInReport(writer: Officer, year: number, scope = 'own'): Promise<ReportEntry> {
  const whose = `?scope=${scope}`;
  const path = `/reports/annual/${String(year)}/entry`;
  const { version, cells, texts } = (await writer.get(`${path}${whose}`)).body as ReportEntry;
  const saved = await writer.send(`${path}${whose}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      version,
      numbers: Object.fromEntries(cells.map(({ id }, i) => [id, i])),
      texts: Object.fromEntries(texts.map(({ id }) => [id, '全年收到申请{{b.new_received.total}}件。'])),
    }),
  });
  if (saved.status !== 200) throw new Error(saved.text);
  const entry = saved.body as ReportEntry;
  const sent = await writer.post(`${path}/steps${whose}`, { version: entry.version, step: 'submit' });
  if (sent.status !== 200) throw new Error(sent.text);
  return sent.body as ReportEntry;
}

/** The same, and has somebody else approve it. */
export async function approvedReport(writer: Officer, approver: Officer, year: number): Promise<void> {
  const { version } = await handInReport(writer, year);
  const { status, text } = await approver.post(`/reports/annual/${String(year)}/entry/steps${OWN}`, { version, step: 'approve' });
  if (status !== 200) throw new Error(text);
}

import type { Screen } from './browser.js';

/** What to put into a field of a form: text typed, or the words of what is chosen. */
export type Entry = { readonly typed: string } | { readonly chosen: string };
export type Entries = Readonly<Record<string, Entry>>;

export const typed = (text: string): Entry => ({ typed: text });
export const chosen = (words: string): Entry => ({ chosen: words });

/** Takes a step at its form, as a person does: opens it, fills it in, waits for what it would bring about, acts. */
export async function takeStep({ page, base }: Screen, caseId: string, type: string, entries: Entries = {}): Promise<void> {
  await page.goto(`${base}/case/${caseId}/step/${type}`);
  const dialog = page.locator('.step-dialog');
  await dialog.locator('.step-foot').waitFor();
  for (const [name, entry] of Object.entries(entries)) await enter(dialog.locator(`[data-field="${name}"]`), entry);
  await dialog.locator('.step-foot button[type=submit]').click();
  await dialog.waitFor({ state: 'hidden' });
}

type Row = ReturnType<Screen['page']['locator']>;

async function enter(row: Row, entry: Entry): Promise<void> {
  if ('typed' in entry) return row.locator('input, textarea').first().fill(entry.typed);
  const select = row.locator('.ant-select');
  if ((await select.count()) === 0) return row.getByText(entry.chosen, { exact: true }).click();
  await select.click();
  await row.page().locator('.ant-select-item-option', { hasText: entry.chosen }).first().click();
}

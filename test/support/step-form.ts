import type { Screen } from './browser.js';

/** What to put into a field of a form: text typed, or the words of what is chosen; or a button beside it, by its words. */
export type Entry = { readonly typed: string } | { readonly chosen: string } | { readonly pressed: string };
export type Entries = Readonly<Record<string, Entry>>;

export const typed = (text: string): Entry => ({ typed: text });
export const chosen = (words: string): Entry => ({ chosen: words });
/** The paper that goes out with the step is looked at, and so drawn with it. */
export const previewed = (name: string): Entry => ({ pressed: `预览${name}` });

/** The name of a button: between two signs alone on it there may be a gap. */
export const onButton = (words: string): RegExp => new RegExp(`^${Array.from(words).join(String.raw`\s?`)}$`);

/** Takes a step at its form, as a person does: opens it, fills it in, waits for what it would bring about, acts. */
export async function takeStep({ page, base }: Screen, caseId: string, type: string, entries: Entries = {}): Promise<void> {
  await page.goto(`${base}/case/${caseId}/step/${type}`);
  const dialog = page.locator('.step-dialog');
  await dialog.locator('.step-foot').waitFor();
  for (const [name, entry] of Object.entries(entries))
    if ('pressed' in entry) await preview(dialog, entry.pressed);
    else await enter(dialog.locator(`[data-field="${name}"]`), entry);
  await dialog.locator('.step-foot button[type=submit]').click();
  await dialog.waitFor({ state: 'hidden' });
}

type Row = ReturnType<Screen['page']['locator']>;

async function preview(dialog: Row, button: string): Promise<void> {
  await dialog.getByRole('button', { name: button }).click();
  await dialog.locator('.paper-sheet').waitFor();
}

async function enter(row: Row, entry: Exclude<Entry, { pressed: string }>): Promise<void> {
  if ('typed' in entry) return row.locator('input, textarea').first().fill(entry.typed);
  const select = row.locator('.ant-select');
  if ((await select.count()) === 0) return row.getByText(entry.chosen, { exact: true }).click();
  await select.click();
  await row.page().locator('.ant-select-item-option', { hasText: entry.chosen }).first().click();
}

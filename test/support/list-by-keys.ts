import type { Locator, Page } from 'playwright-core';

/** What the keys of a list that is open would choose. A list opens and looks a moment after its key: what is pressed sooner chooses nothing. */
const offered = (page: Page, words: string): Promise<void> =>
  page.locator('.ant-select-item-option-active:visible', { hasText: words }).waitFor();

/** Chooses in a list what was typed into it, once it has been found. */
export async function chooseFound(page: Page, words: string): Promise<void> {
  await offered(page, words);
  await page.keyboard.press('Enter');
}

/** Chooses in a list what stands above what is chosen now. */
export async function chooseAbove(list: Locator, now: string, above: string): Promise<void> {
  await list.press('ArrowDown');
  await offered(list.page(), now);
  await list.press('ArrowUp');
  await chooseFound(list.page(), above);
}

import type { Page } from 'playwright-core';

type Point = readonly [x: number, y: number];

/** Draws an area on the page that is shown, as somebody does with a mouse. @param from @param to in pixels from its corner above on the left */
export async function drawArea(page: Page, from: Point, to: Point): Promise<void> {
  const sheet = await page.locator('.redact-sheet').boundingBox();
  const at = ([x, y]: Point): [number, number] => [(sheet?.x ?? 0) + x, (sheet?.y ?? 0) + y];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 3 });
  await page.mouse.up();
}

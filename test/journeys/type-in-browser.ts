import type { Locator, Page } from 'playwright-core';
import type { Typing } from './apply.ts';

/** Answers page after page in a real browser until the papers. @throws Error when a page does not go on. */
export async function answerInBrowser(page: Page, typing: Typing): Promise<void> {
  while (new URL(page.url()).pathname.includes('/trang/')) {
    const before = page.url();
    await typeIn(page, typing);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page
      .waitForURL((url) => url.href !== before)
      .catch(async () => {
        const words = await page.locator('main').innerText();
        throw new Error(`${before} does not go on: ${words}`);
      });
  }
}

/** Types into every box of the page that the typing names, from the top; choices may bring further boxes. */
export async function typeIn(page: Page, typing: Typing): Promise<void> {
  for (const [name, value] of Object.entries(typing)) {
    const boxes = page.locator(`main [name="${name}"]`);
    if ((await boxes.count()) > 0) await typeInto(boxes, value);
  }
}

async function typeInto(boxes: Locator, value: string): Promise<void> {
  const box = boxes.first();
  switch (
    await box.evaluate((element) =>
      element instanceof HTMLInputElement ? element.type : element.tagName,
    )
  ) {
    case 'radio':
      await boxes.and(box.page().locator(`[value="${value}"]`)).check();
      return;
    case 'checkbox':
      await box.check();
      return;
    case 'SELECT':
      // The communes of a province come after it was chosen.
      await box.locator(`option[value="${value}"]`).waitFor({ state: 'attached' });
      await box.selectOption(value);
      return;
    default:
      await box.fill(value);
  }
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A4 in points (1/72 inch). */
export const a4: Size = { width: 595.28, height: 841.89 };

/** Where something lies when it fills a page as far as its proportions allow, in the middle. */
export function fitted(thing: Size, page: Size): Size & { readonly x: number; readonly y: number } {
  const scale = Math.min(page.width / thing.width, page.height / thing.height);
  const width = thing.width * scale;
  const height = thing.height * scale;
  return { x: (page.width - width) / 2, y: (page.height - height) / 2, width, height };
}

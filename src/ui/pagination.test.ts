import { expect, test } from 'vitest';
import { shownPages } from './pagination.tsx';

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [5, 12, [1, undefined, 4, 5, 6, undefined, 12]],
  [2, 12, [1, 2, 3, undefined, 12]],
  [12, 12, [1, undefined, 11, 12]],
])('on page %i of %i', (page, pages, shown) => {
  expect(shownPages(page, pages)).toEqual(shown);
});

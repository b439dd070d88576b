import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runLevel } from './dmn-tck.ts';

const folder = process.env['DMN_TCK_DIR'];
/** Functions that live in Java classes: outside of what a public office should run. */
const external = '0076-feel-external-java';

describe('the public DMN compatibility kit', () => {
  if (folder === undefined) {
    it.skip('is not run: DMN_TCK_DIR does not name its folder TestCases', () => {});
    return;
  }

  it('passes all cases of compliance level 2', () => {
    const outcomes = runLevel(join(folder, 'compliance-level-2'));
    expect(outcomes.length).toBeGreaterThanOrEqual(116);
    expect(outcomes.filter(({ failure }) => failure !== undefined)).toEqual([]);
  });

  it('passes all cases of compliance level 3', () => {
    const outcomes = runLevel(join(folder, 'compliance-level-3'), (group) => group !== external);
    expect(outcomes.length).toBeGreaterThanOrEqual(3257);
    expect(outcomes.filter(({ failure }) => failure !== undefined)).toEqual([]);
  });
});

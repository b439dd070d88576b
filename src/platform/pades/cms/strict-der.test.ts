import { describe, expect, test } from 'vitest';
import { checkDer } from './strict-der.ts';

const check = (hex: string) => () => checkDer(Buffer.from(hex, 'hex'));

describe('what a signature is written in', () => {
  test('fits into each other exactly', () => {
    expect(check('30080201010403616263')).not.toThrow();
    expect(check('30070201010403616263')).toThrow('longer');
    expect(check('30090201010403616263')).toThrow('longer');
    expect(check('300a02010104036162630000')).toThrow('no tag');
  });

  test('has definite lengths, as short as can be', () => {
    expect(check('30800201010000')).toThrow('definite');
    expect(check('3081030201ff')).toThrow('shortest');
    expect(check(`3081${'80'}0481${'7d'}${'00'.repeat(125)}`)).toThrow('shortest');
    expect(check('30')).toThrow('no length');
  });

  test('is not nested without end', () => {
    let hex = '0500';
    for (let level = 0; level < 70; level += 1) {
      const length = hex.length / 2;
      hex = `30${length < 128 ? '' : '81'}${length.toString(16).padStart(2, '0')}${hex}`;
    }
    expect(check(hex)).toThrow('deeply');
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './architecture/imports.ts';

/** The requirements of levels 1 and 2 of OWASP ASVS 5.0.0, by section. */
const sections: Readonly<Record<string, string>> = {
  '1.1': '1 2',
  '1.2': '1 2 3 4 5 6 7 8 9',
  '1.3': '1 2 3 4 5 6 7 8 9 10 11',
  '1.4': '1 2 3',
  '1.5': '1 2',
  '2.1': '1 2 3',
  '2.2': '1 2 3',
  '2.3': '1 2 3 4',
  '2.4': '1',
  '3.2': '1 2',
  '3.3': '1 2 3 4',
  '3.4': '1 2 3 4 5 6',
  '3.5': '1 2 3 4 5',
  '3.7': '1 2',
  '4.1': '1 2 3',
  '4.2': '1',
  '4.3': '1 2',
  '4.4': '1 2 3 4',
  '5.1': '1',
  '5.2': '1 2 3',
  '5.3': '1 2',
  '5.4': '1 2 3',
  '6.1': '1 2 3',
  '6.2': '1 2 3 4 5 6 7 8 9 10 11 12',
  '6.3': '1 2 3 4',
  '6.4': '1 2 3 4',
  '6.5': '1 2 3 4 5',
  '6.6': '1 2 3',
  '6.8': '1 2 3 4',
  '7.1': '1 2 3',
  '7.2': '1 2 3 4',
  '7.3': '1 2',
  '7.4': '1 2 3 4 5',
  '7.5': '1 2',
  '7.6': '1 2',
  '8.1': '1 2',
  '8.2': '1 2 3',
  '8.3': '1',
  '8.4': '1',
  '9.1': '1 2 3',
  '9.2': '1 2 3 4',
  '10.1': '1 2',
  '10.2': '1 2',
  '10.3': '1 2 3 4',
  '10.4': '1 2 3 4 5 6 7 8 9 10 11',
  '10.5': '1 2 3 4 5',
  '10.6': '1 2',
  '10.7': '1 2 3',
  '11.1': '1 2',
  '11.2': '1 2 3',
  '11.3': '1 2 3',
  '11.4': '1 2 3 4',
  '11.5': '1',
  '11.6': '1',
  '12.1': '1 2 3',
  '12.2': '1 2',
  '12.3': '1 2 3 4',
  '13.1': '1',
  '13.2': '1 2 3 4 5',
  '13.3': '1 2',
  '13.4': '1 2 3 4 5',
  '14.1': '1 2',
  '14.2': '1 2 3 4',
  '14.3': '1 2 3',
  '15.1': '1 2 3',
  '15.2': '1 2 3',
  '15.3': '1 2 3 4 5 6 7',
  '16.1': '1',
  '16.2': '1 2 3 4 5',
  '16.3': '1 2 3 4',
  '16.4': '1 2 3',
  '16.5': '1 2 3',
  '17.1': '1',
  '17.2': '1 2 3 4',
  '17.3': '1 2',
};

interface Row {
  readonly id: string;
  readonly standing: string;
  readonly file: string | undefined;
  readonly title: string | undefined;
}

const rows: Row[] = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| V'))
  .map((line) => {
    const [, id = '', , , standing = '', , test = ''] = line.split('|').map((cell) => cell.trim());
    const [, file, title] = /^`([^`]+)` — (.+)$/.exec(test) ?? [];
    return { id, standing, file, title };
  });

describe('the answers to OWASP ASVS 5.0', () => {
  it('are given to every requirement of levels 1 and 2, once', () => {
    const asked = Object.entries(sections).flatMap(([section, numbers]) =>
      numbers.split(' ').map((number) => `V${section}.${number}`),
    );
    expect(asked.length).toBe(253);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(asked.toSorted());
    for (const { id, standing } of rows)
      expect(standing === 'not applicable', id).toBe(id.startsWith('V17.'));
  });

  it('name tests that exist', () => {
    for (const { id, file, title } of rows) {
      if (file === undefined || title === undefined) continue;
      expect(existsSync(join(root, file)), `${id}: ${file}`).toBe(true);
      const source = readFileSync(join(root, file), 'utf8');
      expect(source.includes(title), `${id}: ${file} has no test “${title}”`).toBe(true);
    }
  });

  it('say met or not met, met at least 239 times, by a test at least 165 times', () => {
    for (const { id, standing } of rows)
      expect(['met', 'not met', 'not applicable'], id).toContain(standing);
    expect(rows.filter(({ standing }) => standing === 'met').length).toBeGreaterThanOrEqual(239);
    expect(rows.filter(({ file }) => file !== undefined).length).toBeGreaterThanOrEqual(165);
  });
});

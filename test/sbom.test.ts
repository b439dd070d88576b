import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sbomOf, type Lock } from '../tools/sbom-of.ts';
import { root } from './architecture/imports.ts';

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
const sbom = sbomOf(lock);

describe('the bill of materials', () => {
  it('names every package of the lock once, with version, address, scope and hash', () => {
    const refs = new Set(sbom.components.map((component) => component['bom-ref']));
    expect(refs.size).toBe(sbom.components.length);
    expect(refs.size).toBeGreaterThan(300);
    for (const { purl, version, scope, hashes } of sbom.components) {
      expect(purl).toMatch(/^pkg:npm\/(?:%40[^/]+\/)?[^@/]+@.+$/);
      expect(purl.endsWith(`@${version}`)).toBe(true);
      expect(['required', 'optional', 'excluded']).toContain(scope);
      for (const { alg, content } of hashes ?? [])
        expect(`${alg} ${String(content.length)}`).toMatch(/^SHA-(?:1 40|256 64|384 96|512 128)$/);
    }
    const hashed = sbom.components.filter(({ hashes }) => hashes !== undefined);
    expect(hashed.length / sbom.components.length).toBeGreaterThan(0.95);
  });

  it('tells what needs what: every direct dependency, and nothing that it does not name', () => {
    const refs = new Set(sbom.components.map((component) => component['bom-ref']));
    const [own, ...others] = sbom.dependencies;
    const direct = Object.keys(lock.packages['']!.dependencies ?? {});
    expect(own!.dependsOn.length).toBeGreaterThanOrEqual(direct.length);
    for (const { ref, dependsOn } of others)
      for (const one of [ref, ...dependsOn]) expect(refs.has(one), one).toBe(true);
  });

  it('is the same for the same lock', () => {
    expect(JSON.stringify(sbomOf(lock))).toBe(JSON.stringify(sbom));
  });
});

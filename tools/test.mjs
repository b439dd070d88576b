// `npm test`: the static checks and all tests; the last line says how many passed and failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addOptionalPackages, ensureInstalled, node24, root } from './node.mjs';
import { checks } from './checks.mjs';

ensureInstalled();
addOptionalPackages();
let passed = 0;
let failed = 0;
const wanted = process.argv.slice(2);
if (wanted.length === 0) {
  for (const check of checks) {
    const ok = spawnSync(node24(), check.args, { cwd: root, stdio: 'inherit' }).status === 0;
    console.log(`${ok ? '✓' : '✗'} ${check.title}`);
    if (ok) passed += 1;
    else failed += 1;
  }
}

const report = join(mkdtempSync(join(tmpdir(), 'cqs-report-')), 'report.json');
const { status } = spawnSync(
  node24(),
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...wanted,
  ],
  { cwd: root, stdio: 'inherit' },
);
let skipped = 0;
if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  skipped = result.numPendingTests + result.numTodoTests;
  const brokenFiles = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  failed += result.numFailedTests + brokenFiles.length;
}
if (status !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

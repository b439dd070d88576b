// `npm run check`: format, lint, types, unused code, then architecture and goldens.
import { spawnSync } from 'node:child_process';
import { ensureInstalled, node24, root } from './node.mjs';
import { checks } from './checks.mjs';

ensureInstalled();
let ok = true;
const tests = {
  title: 'kiến trúc và bản mẫu',
  args: [
    'node_modules/vitest/vitest.mjs',
    'run',
    'test/architecture.test.ts',
    'test/goldens.test.ts',
  ],
};
for (const check of [...checks, tests]) {
  const passed = spawnSync(node24(), check.args, { cwd: root, stdio: 'inherit' }).status === 0;
  console.log(`${passed ? '✓' : '✗'} ${check.title}`);
  ok &&= passed;
}
process.exit(ok ? 0 : 1);

import { parseArgs } from 'node:util';
import { run, type Role } from '#/app/run.ts';
import { ConfigFault, readConfig } from '#/platform/config/index.ts';

const roles = new Set(['all', 'web', 'worker', 'migrate']);
const { positionals } = parseArgs({ allowPositionals: true });
const role = positionals[0] ?? 'all';

if (!roles.has(role)) {
  console.error(`Không có vai trò "${role}". Dùng: node src/main.ts [web|worker|migrate]`);
  process.exit(2);
}
try {
  await run(readConfig(), role as Role);
} catch (error) {
  if (!(error instanceof ConfigFault)) throw error;
  for (const line of error.lines) console.error(line);
  process.exit(2);
}

import { parseArgs } from 'node:util';
import { run, type Role } from '#/app/run.ts';
import { startFaultOf } from '#/app/start-fault.ts';
import { readConfig, type Config } from '#/platform/config/index.ts';

const roles = new Set(['all', 'web', 'worker', 'migrate']);
const { positionals } = parseArgs({ allowPositionals: true, strict: false });
const role = positionals[0] ?? 'all';

if (!roles.has(role)) {
  console.error(`Không có vai trò "${role}". Dùng: node src/main.ts [web|worker|migrate]`);
  process.exit(2);
}
let config: Config | undefined;
try {
  config = readConfig(undefined, { isServing: role !== 'migrate' });
  await run(config, role as Role);
} catch (error) {
  const fault = startFaultOf(error, config);
  if (!fault) throw error;
  for (const line of fault.lines) console.error(line);
  process.exit(fault.exitCode);
}

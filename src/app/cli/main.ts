import { readConfig, type Config } from '#/platform/config/index.ts';
import { startFaultOf } from '../start-fault.ts';
import { commands } from './commands/index.ts';
import { dispatch } from './dispatch.ts';

// Who reads us may stop reading: `npx cqs user list | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : 1),
);

try {
  process.exitCode = await dispatch(process.argv.slice(2), commands, {
    tell: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
} catch (error) {
  const fault = startFaultOf(error, configIfAny());
  if (!fault) throw error;
  for (const line of fault.lines) console.error(line);
  process.exitCode = fault.exitCode;
}

function configIfAny(): Config | undefined {
  try {
    return readConfig();
  } catch {
    return undefined;
  }
}

// Runs a TypeScript file of the project: node tools/run.mjs FILE [ARG …]
import { ensureInstalled, nodeFlags, runNode24 } from './node.mjs';

ensureInstalled();
runNode24([...nodeFlags, ...process.argv.slice(2)]);

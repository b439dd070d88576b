#!/usr/bin/env node
// `npx cqs …`: the operator's command line.
import { ensureInstalled, nodeFlags, runNode24 } from './node.mjs';

ensureInstalled();
runNode24([...nodeFlags, 'src/app/cli/main.ts', ...process.argv.slice(2)]);

// `npm start`: everything in one process, with the demo commune unless CQS_DEMO=0.
import { ensureInstalled, nodeFlags, runNode24 } from './node.mjs';

ensureInstalled();
runNode24([...nodeFlags, 'src/main.ts', ...process.argv.slice(2)], {
  CQS_DEMO: process.env.CQS_DEMO ?? '1',
});

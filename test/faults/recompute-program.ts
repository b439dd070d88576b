// Lets deadlines follow the changes of the calendar until it is killed: node recompute-program.ts URL AT
import { recomputePart } from '#/modules/dossier/recompute/job.ts';
import { openDatabase } from '#/platform/db/index.ts';
import { testVault } from '../database/vault.ts';

const [, , url, at] = process.argv;
const database = openDatabase(url!, 2, testVault());

process.send?.('working');
// One dossier a transaction: as many places as there can be in which to be killed.
while (await database.transaction((tx) => recomputePart(tx, new Date(at!), 1)));
await database.close();
process.send?.('done');
process.disconnect();

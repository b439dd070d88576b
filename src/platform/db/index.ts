export { openDatabase, vaultOf, type Database } from './database.ts';
export { narrow, type Line } from './line.ts';
export { isMigrated, migrate, MigrationFault, readMigrations, type Migration } from './migrate.ts';
export { forget, once } from './once.ts';
export { admitToProgram, excessOf } from './program.ts';
export { isOutage } from './outage.ts';
export type { Tx } from './tx.ts';
export {
  markRecorded,
  readAs,
  readerOf,
  readingAs,
  type Opened,
  type Reader,
  type ReadKeeper,
  type Way,
} from './reading.ts';

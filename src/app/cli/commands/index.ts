import type { Command } from '../command.ts';
import { backupCommands } from './backup.ts';
import { demoLoadCommand } from './demo.ts';
import { keyCommands } from './keys.ts';
import { ledgerVerifyCommand } from './ledger.ts';
import { ledgerChainCommands } from './ledger-chain.ts';
import { migrateCommand } from './migrate.ts';
import { procedureCommands } from './procedure.ts';
import { restoreCommand } from './restore.ts';
import { unitCommands } from './unit.ts';
import { userCommands } from './user.ts';

/** Everything that an operator can have done, in the order of the help. */
export const commands: readonly Command[] = [
  migrateCommand,
  ...procedureCommands,
  ...unitCommands,
  ...userCommands,
  ledgerVerifyCommand,
  ...ledgerChainCommands,
  ...keyCommands,
  ...backupCommands,
  restoreCommand,
  demoLoadCommand,
];

// A worker that does nothing but write the ledger of a database, until it is killed: node sequencer-program.ts URL
import { createSequencer } from '#/modules/ledger/sequencer/sequencer.ts';
import { createCouncil } from '#/modules/ledger/witnesses/council.ts';
import { systemClock } from '#/platform/clock.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import { openDatabase } from '#/platform/db/index.ts';
import { testVault } from '../database/vault.ts';
import { openLog } from '#/platform/log.ts';

const needs = {
  database: openDatabase(process.argv[2]!, 3, testVault()),
  clock: systemClock,
  keys: keysFrom(Buffer.alloc(32, 7)),
  log: openLog('silent'),
};
createSequencer(needs, createCouncil(needs, 'quorum none')).start();
process.send?.('working');

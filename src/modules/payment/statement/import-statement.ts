import { createHash } from 'node:crypto';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Jobs } from '#/platform/jobs/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { say } from '#/values/text.ts';
import { mayCollect } from '../access.ts';
import { findCollector } from '../store/demands.ts';
import { insertEntries, insertStatement } from '../store/statements.ts';
import { matchJobName } from './match-entries.ts';
import { readStatement } from './read-statement.ts';
import { StatementFault } from './statement.ts';

/** A file of a bank or gateway. */
export interface StatementFile {
  readonly unitId: string;
  readonly source: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was new in a file. */
export interface Imported {
  readonly entries: number;
  readonly fresh: number;
}

/**
 * Stages a statement and has its lines matched. All of the file or none of it; the same file again, or one that
 * overlaps, adds only what is new.
 */
export async function importStatement(
  tx: Tx,
  jobs: Jobs,
  actor: Actor,
  { unitId, source, name, bytes }: StatementFile,
): Promise<Imported | Refusal> {
  if (!(await findCollector(tx, unitId))) return refuse('payment.no-collector');
  if (!mayCollect(actor, unitId)) return refuse('payment.not-collector');
  const read = reading(bytes);
  if (read instanceof StatementFault)
    return refuse('payment.unreadable-statement', {
      why: say(actor.lang, read.words),
      line: String(read.line ?? 0),
    });
  const statement = {
    id: newId(),
    unitId,
    source,
    format: read.format,
    name: name.slice(0, 200),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    entries: read.lines.length,
    importedAt: actor.at,
  };
  if (!(await insertStatement(tx, statement, actor.accountId)))
    return { entries: statement.entries, fresh: 0 };
  const lines = read.lines.map((line) => ({ ...line, id: newId() }));
  const fresh = await insertEntries(tx, statement, lines);
  await jobs.enqueue(tx, matchJobName, {}, { key: matchJobName });
  return { entries: statement.entries, fresh };
}

function reading(bytes: Uint8Array) {
  try {
    return readStatement(bytes);
  } catch (error) {
    if (error instanceof StatementFault) return error;
    throw error;
  }
}

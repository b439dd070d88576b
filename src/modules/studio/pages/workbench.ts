import { listVersionsOf, type ProcedureLinks, type Version } from '#/modules/procedure/index.ts';
import type { Database, Tx } from '#/platform/db/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import type { Jobs } from '#/platform/jobs/index.ts';
import type { Papersmith } from '#/platform/papersmith/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { checkDraft, type DraftCheck } from '../check/check-draft.ts';
import { openDraft, type OpenDraft } from '../commands/open-draft.ts';

/** What the pages of the studio work with. */
export interface Workbench {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly links: ProcedureLinks;
  readonly papersmith: Papersmith;
}

/** A draft on the bench: its texts, what is wrong with them, and the latest published version. */
export interface Bench extends OpenDraft {
  readonly check: DraftCheck;
  readonly latest: Version | undefined;
}

/** Opens the draft that the address names. */
export async function layOut(
  tx: Tx,
  visit: Pick<Visit, 'params'>,
  workbench: Workbench,
): Promise<Bench | Refusal> {
  const opened = await openDraft(tx, visit.params['id'] ?? '');
  if (isRefusal(opened)) return opened;
  return benchOf(tx, opened, workbench);
}

/** The same for a draft that is open already. */
async function benchOf(tx: Tx, opened: OpenDraft, workbench: Workbench): Promise<Bench> {
  const check = await checkDraft(opened.draft, opened.artefacts, workbench);
  const [latest] = await listVersionsOf(tx, opened.draft.slug);
  return { ...opened, check, latest };
}

/** Whether somebody published the procedure since this draft was copied. */
export function isBehind({ draft, latest }: Pick<Bench, 'draft' | 'latest'>): boolean {
  const isLive = draft.state !== 'PUBLISHED' && draft.state !== 'DISCARDED';
  return isLive && latest !== undefined && latest.id !== draft.baseVersionId;
}

import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import type { Vars } from '../bpmn/graph.ts';
import type { DueOf, Moved } from '../commands/advance.ts';
import { startProcess } from '../commands/start.ts';
import { deployDefinition } from '../definition.ts';
import { noon } from './play.ts';
import { sketch } from './sketch.ts';

/** The unit that every role belongs to in tests. */
export const unit = newId();

/** Deploys a sketched process under a key of its own. */
export async function deploySketch(tx: Tx, lines: string, key = newId()): Promise<string> {
  const { definitionId } = await deployDefinition(tx, { key, xml: sketch(lines), at: noon });
  return definitionId;
}

/** Starts an instance about a new subject, with every role in one unit. */
export function startAt(
  tx: Tx,
  definitionId: string,
  more: { vars?: Vars; subject?: string; at?: Date; dueOf?: DueOf } = {},
): Promise<Moved> {
  return startProcess(tx, {
    definitionId,
    subject: more.subject ?? newId(),
    unitOf: () => unit,
    vars: more.vars ?? {},
    at: more.at ?? noon,
    dueOf: more.dueOf,
  });
}

/** An official of the unit. */
export function official(accountId: string, role: string): Actor {
  return {
    accountId,
    personId: accountId,
    kind: 'official',
    name: 'Cán bộ',
    posts: [{ unitId: unit, role }],
    at: noon,
    lang: 'vi',
  };
}

/** An outcome that must not be a refusal. */
export function granted<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** The instant so many minutes after noon. */
export function minutes(count: number): Date {
  return new Date(noon.getTime() + count * 60_000);
}

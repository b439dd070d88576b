import type { Matter } from '../papers/owner-gate.ts';
import type { IssuedKind } from './issued.ts';

/** Control sheets and registers are between officials, drafts for who decides; letters are for the people too. */
const matters: Readonly<Partial<Record<IssuedKind, Matter>>> = {
  RESULT: 'result',
  DRAFT: 'draft',
  MAU_05: 'inner',
  MAU_06: 'inner',
};

/** What a paper of a kind is to the gate of its owner. */
export function matterOf(kind: IssuedKind): Matter {
  return matters[kind] ?? 'letter';
}

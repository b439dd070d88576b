import type { Matter } from '../papers/owner-gate.ts';
import type { IssuedKind } from './issued.ts';

/** Control sheets and registers are between officials; drafts are for who decides; all else is for the people too. */
export function matterOf(kind: IssuedKind): Matter {
  switch (kind) {
    case 'RESULT':
      return 'result';
    case 'DRAFT':
      return 'draft';
    case 'MAU_05':
    case 'MAU_06':
      return 'inner';
    default:
      return 'letter';
  }
}

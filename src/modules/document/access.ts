import type { Access, Actor } from '#/platform/http/index.ts';

/** Verifying an issued paper is for everybody: banks, schools, other offices. */
export const everybody: Access = ['anyone'];

/** Papers are for signed-in people; whether for this one, the gate of their owner says. */
export const signedIn: Access = ['signed-in'];

/** Who has a failed paper printed again: record clerks, and where a unit has none, who receives dossiers there. */
export const reprinters = [
  'VAN_THU',
  'TIEP_NHAN',
  'CA_TIEP_NHAN',
  'CB_THUE',
] as const satisfies Access;

/** Whether the actor has such a post; that the paper is one of their unit, the gate of its owner says. */
export function mayReprint(actor: Pick<Actor, 'posts'>): boolean {
  return reprinters.some((role) => actor.posts.some((post) => post.role === role));
}

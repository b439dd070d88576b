import { dayOf, type Day } from '#/values/day.ts';

/** By which law somebody acts for another. */
export type MandateKind = 'PARENT' | 'GUARDIAN' | 'SPOUSE' | 'COMPANY' | 'WRITTEN' | 'ASSISTED';

/** One person may act for another. */
export interface Mandate {
  readonly id: string;
  readonly principalId: string;
  readonly representativeId: string;
  readonly kind: MandateKind;
  /** In which procedures; null for all. */
  readonly procedureIds: readonly string[] | null;
  readonly fromOn: Day;
  readonly untilOn: Day;
  readonly evidence: 'ONLINE' | 'DOCUMENT';
  /** Which document an official compared; empty when the principal granted it online. */
  readonly document: string;
  readonly grantedBy: string;
  readonly grantedAt: Date;
  readonly revokedAt: Date | null;
}

/** Whether somebody may act by it now. */
export function isInForce(
  { fromOn, untilOn, revokedAt }: Pick<Mandate, 'fromOn' | 'untilOn' | 'revokedAt'>,
  at: Date,
): boolean {
  const today = dayOf(at);
  return revokedAt === null && fromOn <= today && today <= untilOn;
}

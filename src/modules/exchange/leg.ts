/** A part of a dossier that one installation asks another one for. */
export interface Leg {
  /** Given by the one who asks; the same on both sides. */
  readonly id: string;
  /** `asked`: theirs to do for us. `doing`: ours to do for them. */
  readonly side: 'asked' | 'doing';
  /** The other installation. */
  readonly address: string;
  readonly number: string;
  readonly dossierId: string;
  readonly taskId: string | null;
  readonly procedureCode: string;
  readonly step: string;
  readonly part: string;
  readonly dueAt: Date | null;
  readonly sent: number;
  readonly received: number;
  readonly isAsking: boolean;
  readonly partnerCode: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

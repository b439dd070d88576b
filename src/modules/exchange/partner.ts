import type { Day } from '#/values/day.ts';

/** Something that an administrator declared for a time, with the document that says so. */
export interface Declared {
  readonly id: string;
  readonly validFrom: Day;
  /** First day on which it holds no more. */
  readonly validTo: Day | null;
  readonly source: string;
}

/** Another installation that messages are exchanged with. */
export interface Partner extends Declared {
  readonly name: string;
  /** Its public address, without a path. */
  readonly address: string;
  readonly keyId: string;
  readonly publicKey: string;
}

/** A unit whose parts of dossiers are sent to another installation. */
export interface Served extends Declared {
  readonly unitId: string;
  readonly address: string;
}

/** By which procedure of ours a part is done that another installation asks for. */
export interface Offer extends Declared {
  readonly procedureCode: string;
  readonly step: string;
  readonly slug: string;
}

// What each form wants to know. Everything is text as it shall be read: days, times and sums are already written out.

/** Issuer and day of a paper. `date` as letters write it, see letterDate. */
interface Head {
  /** The authority above, if it is printed. */
  readonly parent?: string | undefined;
  readonly office: string;
  /** Number and symbol, `15/HDHS`; the printing of an issued paper fills it in. */
  readonly number?: string | undefined;
  readonly place: string;
  readonly date: string;
}

interface Party {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly identity: string;
}

interface PaperLine {
  readonly name: string;
  readonly originals?: number | undefined;
  readonly certified?: number | undefined;
  readonly copies?: number | undefined;
}

/** A demand or a reason; `about` names the paper or the answer that it is about. */
interface Point {
  readonly about?: string | undefined;
  readonly words: string;
}

interface Signer {
  /** In whose name: `TM. ỦY BAN NHÂN DÂN`. */
  readonly prefix?: string | undefined;
  /** The office held: `CHỦ TỊCH`. */
  readonly title: string;
  readonly name: string;
}

interface DossierPaper {
  readonly head: Head;
  readonly dossierCode: string;
  readonly submitter: Party;
  readonly procedure: string;
}

interface ReceptionSlip extends DossierPaper {
  readonly receivedAtOffice: string;
  readonly owner?: { readonly name: string; readonly address: string } | undefined;
  readonly payment: string;
  readonly papers: readonly PaperLine[];
  readonly sets: number;
  readonly duration: string;
  readonly acceptedAt: string;
  readonly dueAt: string;
  readonly deliverAt: string;
  readonly register: { readonly volume: string; readonly number: string };
  /** Address of the page on which the dossier is followed; it is printed and put into a QR code. */
  readonly trackingAddress: string;
  /** Mã tra cứu, which that page asks for besides the code of the dossier. */
  readonly trackingSecret: string;
  readonly hotline: string;
  readonly receivedBy: string;
}

interface SupplementRequest extends DossierPaper {
  readonly demands: readonly Point[];
  readonly reason: string;
  readonly before?: string | undefined;
  readonly contact: { readonly name: string; readonly phone: string };
}

interface RefusalNotice extends DossierPaper {
  readonly receivedAtOffice: string;
  readonly reasons: readonly Point[];
  readonly legalBasis?: string | undefined;
  readonly signedBy: string;
}

interface ApologyNotice {
  readonly head: Head;
  readonly dossierCode: string;
  readonly addressee: string;
  readonly office: string;
  /** Who caused the delay. */
  readonly lateOffice: string;
  readonly procedure: string;
  readonly acceptedOn: string;
  readonly dueAt: string;
  readonly reason: string;
  readonly newDueAt: string;
  readonly deliverAt: string;
  readonly recipients: readonly string[];
  readonly signer: Signer;
}

interface ControlSheet {
  readonly head: Head;
  readonly dossierCode: string;
  readonly procedure: string;
  readonly ownerName: string;
  readonly leadOffice: string;
  readonly partnerOffices: readonly string[];
  readonly acceptedAt: string;
  readonly dueAt: string;
  readonly handovers: readonly {
    readonly office: string;
    readonly givenAt: string;
    readonly takenAt: string;
    readonly people: string;
    readonly timeliness: string;
    readonly note: string;
  }[];
  readonly results: readonly {
    readonly from: string;
    readonly to: string;
    readonly at: string;
    readonly outcome: string;
    readonly note: string;
  }[];
}

interface DossierRegister {
  readonly head: Head;
  readonly from: string;
  readonly until: string;
  readonly dossiers: readonly {
    readonly code: string;
    readonly procedure: string;
    readonly sets: number;
    readonly name: string;
    readonly contact: string;
    readonly office: string;
    readonly acceptedAt: string;
    readonly dueAt: string;
    readonly resultAt: string;
    readonly deliveredAt: string;
    readonly deliveredBy: string;
    readonly note: string;
  }[];
}

interface ResidenceReceptionSlip extends DossierPaper {
  readonly receivedAtOffice: string;
  readonly papers: readonly PaperLine[];
  readonly acceptedAt: string;
  readonly dueAt: string;
  readonly deliverAt: string;
  readonly payment: string;
  readonly trackingAddress: string;
  readonly trackingSecret: string;
  readonly receivedBy: string;
}

interface ResidenceRefusalNotice extends DossierPaper {
  readonly receivedAtOffice: string;
  readonly reasons: readonly Point[];
  readonly legalBasis?: string | undefined;
  readonly signer: Signer;
}

interface FeeReceipt {
  readonly head: Pick<Head, 'parent' | 'office' | 'number'>;
  /** Of the office that collects. */
  readonly taxCode: string;
  /** Ký hiệu. */
  readonly series: string;
  /** Số, within the series and year. */
  readonly serial: string;
  readonly payer: { readonly name: string; readonly taxCode: string; readonly address: string };
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly amount: string;
    readonly sum: string;
  }[];
  readonly total: string;
  readonly totalInWords: string;
  readonly method: string;
  readonly issuedOn: string;
  readonly collectedBy: string;
  readonly lookupCode: string;
}

/**
 * The forms and their data: 01 to 06 of Circular 01/2018/TT-VPCP, CT04 to CT06 of the Ministry of Public Security, and
 * the receipt of fees 01BLP2-001.
 */
export interface FormData {
  readonly MAU_01: ReceptionSlip;
  readonly MAU_02: SupplementRequest;
  readonly MAU_03: RefusalNotice;
  readonly MAU_04: ApologyNotice;
  readonly MAU_05: ControlSheet;
  readonly MAU_06: DossierRegister;
  readonly CT04: ResidenceReceptionSlip;
  readonly CT05: SupplementRequest;
  readonly CT06: ResidenceRefusalNotice;
  readonly BLP2: FeeReceipt;
}

export type FormKind = keyof FormData;

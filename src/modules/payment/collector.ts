/** A unit that collects fees, with what receipts and transfers need to name. */
export interface Collector {
  readonly unitId: string;
  /** Tên cơ quan thu. */
  readonly agencyName: string;
  readonly taxCode: string | null;
  /** Ký hiệu biên lai. */
  readonly series: string;
  readonly bankBin: string;
  readonly bankName: string;
  readonly account: string;
  readonly accountHolder: string;
}

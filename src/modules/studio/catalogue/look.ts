import { clean } from './clean.ts';
import { finding, type Finding } from './finding.ts';

/** More entries than this has no list of the catalogue. */
const mostEntries = 500;

/** A place in foreign JSON. Whatever stands there, looking never throws; what is of another kind is told. */
export class Look {
  readonly #value: unknown;
  readonly place: string;
  readonly findings: Finding[];

  constructor(value: unknown, place: string, findings: Finding[]) {
    this.#value = value;
    this.place = place;
    this.findings = findings;
  }

  at(name: string): Look {
    const group = this.#group();
    const value = group !== undefined && Object.hasOwn(group, name) ? group[name] : undefined;
    return new Look(value, this.place === '' ? name : `${this.place}.${name}`, this.findings);
  }

  has(name: string): boolean {
    const group = this.#group();
    return group !== undefined && Object.hasOwn(group, name);
  }

  /** Cleaned words; numbers are words too. */
  words(): string {
    if (typeof this.#value === 'number') return String(this.#value);
    if (typeof this.#value === 'string') return clean(this.#value, this.place, this.findings);
    if (!this.#isNothing()) this.#tell('lời');
    return '';
  }

  number(): number | null {
    if (typeof this.#value === 'number' && Number.isFinite(this.#value)) return this.#value;
    if (typeof this.#value === 'string' && /^\s*\d{1,9}(?:[.,]\d{1,2})?\s*$/.test(this.#value)) {
      return Number(this.#value.replace(',', '.'));
    }
    if (!this.#isNothing() && this.#value !== '') this.#tell('số');
    return null;
  }

  /** Whether it is a text that tells more than a number. */
  isWords(): boolean {
    return typeof this.#value === 'string' && !/^[\s\d.,]*$/.test(this.#value);
  }

  isTrue(): boolean {
    return this.#value === true;
  }

  yesOrNo(): boolean | null {
    return typeof this.#value === 'boolean' ? this.#value : null;
  }

  list(): Look[] {
    if (!Array.isArray(this.#value)) {
      if (!this.#isNothing() && this.#value !== '') this.#tell('danh sách');
      return [];
    }
    const count = this.#value.length;
    if (count > mostEntries) {
      this.findings.push(finding('too-many', this.place, { count, most: mostEntries }));
    }
    return this.#value
      .slice(0, mostEntries)
      .map((value, no) => new Look(value, `${this.place}[${no + 1}]`, this.findings));
  }

  #group(): Readonly<Record<string, unknown>> | undefined {
    const value = this.#value;
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isGroup && !this.#isNothing()) this.#tell('nhóm');
    return isGroup ? (value as Record<string, unknown>) : undefined;
  }

  #isNothing(): boolean {
    return this.#value === null || this.#value === undefined;
  }

  #tell(vi: string): void {
    if (this.findings.some(({ code, place }) => code === 'ill-typed' && place === this.place))
      return;
    this.findings.push(
      finding('ill-typed', this.place === '' ? 'tệp' : this.place, { wanted: vi }),
    );
  }
}

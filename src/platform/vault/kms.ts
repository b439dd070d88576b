/** A data key as it is kept: sealed under a key-encryption key (KEK) that the keeper never gives away. */
export interface Wrapped {
  /** Which KEK opens it: a word without spaces. */
  readonly kek: string;
  readonly bytes: Buffer;
}

/** Keeper of key-encryption keys: a sealed file, or a hardware module. Everything is immediate, for it is asked in pages. */
export interface Kms {
  /** Seals a data key under the current KEK; it opens only together with the same label. */
  wrap(key: Buffer, label: string): Wrapped;
  /** @throws VaultFault when the KEK is unknown, the label is another one, or a bit was changed. */
  unwrap(wrapped: Wrapped, label: string): Buffer;
  /** The KEK that seals now. */
  current(): string;
  /** Makes a new KEK the current one; older ones go on opening. */
  rotate(): string;
  /** KEKs that open and no longer seal. */
  retired(): readonly string[];
  /** Destroys a retired KEK: what is still sealed under it is lost for ever. */
  forget(kek: string): void;
}

/** Sealed data could not be opened: moved, changed, or its key is not there. Names places, never contents. */
export class VaultFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VaultFault';
  }
}

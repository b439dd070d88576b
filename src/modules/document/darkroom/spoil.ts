/** Thrown while a file is developed: it cannot be taken, and `code` says why. */
export class Spoil extends Error {
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Spoil';
    this.code = code;
  }
}

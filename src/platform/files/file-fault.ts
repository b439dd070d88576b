/** No file has this key. */
export class FileGone extends Error {
  constructor(key: string, options?: ErrorOptions) {
    super(`No file has the key ${key}`, options);
    this.name = 'FileGone';
  }
}

/** The stored bytes are not those that were put: the disk or somebody changed them. */
export class FileDamaged extends Error {
  constructor(key: string) {
    super(`The file ${key} is not what was stored`);
    this.name = 'FileDamaged';
  }
}

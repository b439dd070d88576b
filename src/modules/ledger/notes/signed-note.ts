/** One signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  /** Id of the key, in hexadecimal. */
  readonly keyId: string;
  readonly signature: Buffer;
}

/** A text with signatures (C2SP signed-note). The text ends with a newline, which is signed too. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** More lines are not looked at: whoever makes a reader check thousands of signatures means harm. */
const maxSignatures = 100;
const maxLength = 1_000_000;

/** Writes a signature as its line, with the newline. */
export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  const bytes = Buffer.concat([Buffer.from(keyId, 'hex'), signature]);
  return `— ${name} ${bytes.toString('base64')}\n`;
}

/** Reads a signature line without its newline; undefined when it is none. */
export function parseSignatureLine(line: string): NoteSignature | undefined {
  const [, name, encoded] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  if (name === undefined || encoded === undefined) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length < 5 || bytes.toString('base64') !== encoded) return undefined;
  return { name, keyId: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
}

export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`;
}

/** Reads a note; undefined when it is not one. Says nothing about the signatures. */
export function parseNote(note: string): Note | undefined {
  if (note.length > maxLength || !note.endsWith('\n') || hasControls(note)) return undefined;
  const gap = note.lastIndexOf('\n\n');
  if (gap < 1) return undefined;
  const lines = note.slice(gap + 2, -1).split('\n');
  if (lines.length > maxSignatures) return undefined;
  const signatures = lines.map(parseSignatureLine);
  if (!signatures.every((one) => one !== undefined)) return undefined;
  return { text: note.slice(0, gap + 1), signatures };
}

/** Notes hold no control characters but newlines. */
function hasControls(note: string): boolean {
  for (let at = 0; at < note.length; at += 1) {
    const code = note.charCodeAt(at);
    if (code < 0x20 && code !== 0x0a) return true;
  }
  return false;
}

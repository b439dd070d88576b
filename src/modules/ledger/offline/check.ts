import { concat, fromBase64, isSame, utf8 } from './bytes.ts';
import { isSigned } from './ed25519.ts';
import type { Key, Policy } from './policy.ts';
import { hmacSha256, sha256 } from './sha2.ts';

/** What the page found out about a receipt. Each part is false or absent when it does not hold. */
export interface Finding {
  /** The entry, when the receipt carries it. */
  readonly entry?: Entry | undefined;
  readonly index: number;
  readonly size: number;
  readonly origin: string;
  readonly isIncluded: boolean;
  readonly isSignedByLog: boolean;
  readonly witnesses: readonly { readonly name: string; readonly at: Date }[];
  readonly hasQuorum: boolean;
  /** A signature of somebody whom the policy names is wrong. */
  readonly hasForgery: boolean;
  /** What was sealed, when the receipt opens it, and whether it fits the seal. */
  readonly opened?: { readonly document: unknown; readonly fits: boolean } | undefined;
}

export interface Entry {
  readonly kind: string;
  readonly t: string;
  readonly n: number;
  readonly pub: Readonly<Record<string, string | number>>;
  readonly c: string;
}

/** Whether all that can be checked holds. */
export function holds(finding: Finding): boolean {
  return (
    finding.entry !== undefined &&
    finding.isIncluded &&
    finding.isSignedByLog &&
    finding.hasQuorum &&
    !finding.hasForgery &&
    finding.opened?.fits !== false
  );
}

/** Checks a receipt (C2SP tlog-proof). Undefined when the text is none. */
export function checkReceipt(text: string, policy: Policy): Finding | undefined {
  const [head, ...rest] = text.split('\n\n');
  const note = rest.join('\n\n');
  const lines = head!.split('\n');
  if (lines.shift() !== 'c2sp.org/tlog-proof@v1') return undefined;
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice(6)) : undefined;
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1];
  const proof = lines.map((line) => fromBase64(line) ?? new Uint8Array());
  const gap = note.lastIndexOf('\n\n');
  const signed = note.slice(0, gap + 1);
  const [origin = '', digits = '', encodedRoot = ''] = signed.split('\n');
  const root = fromBase64(encodedRoot);
  if (index === undefined || gap < 0 || !/^\d{1,16}$/.test(digits) || !root) return undefined;
  const carried = extra && (readJson(new TextDecoder().decode(extra)) as Carried | undefined);
  const leaf = typeof carried?.leaf === 'string' ? carried.leaf : undefined;
  const entry = leaf === undefined ? undefined : (readJson(leaf) as Entry | undefined);
  const leafHash = leaf && sha256(concat(Uint8Array.of(0), utf8(leaf)));
  return {
    entry,
    index: Number(index),
    size: Number(digits),
    origin,
    isIncluded: Boolean(
      leafHash && isIncluded(leafHash, Number(index), Number(digits), proof, root),
    ),
    ...signatures(origin, signed, note.slice(gap + 2), policy),
    opened: entry && opened(carried?.open, entry),
  };
}

interface Carried {
  leaf?: unknown;
  open?: { salt: string; document: unknown; after: string | null };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Up the tree from the leaf (RFC 9162, section 2.1.3.2). */
function isIncluded(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  const halve = () => ([at, last] = [Math.floor(at / 2), Math.floor(last / 2)]);
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== 32) return false;
    const isRight = at % 2 === 1 || at === last;
    hash = sha256(concat(Uint8Array.of(1), ...(isRight ? [sibling, hash] : [hash, sibling])));
    if (isRight) while (at % 2 === 0 && at !== 0) halve();
    halve();
  }
  return last === 0 && isSame(hash, root);
}

/** Checks every line of those whom the policy names; strangers are ignored. */
function signatures(origin: string, signed: string, lines: string, policy: Policy) {
  let [isSignedByLog, hasForgery] = [false, false];
  const witnesses: { name: string; at: Date }[] = [];
  for (const line of lines.split('\n')) {
    const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = encoded === undefined ? undefined : fromBase64(encoded);
    if (!name || !bytes) continue;
    const belongs = (key: Key | undefined) =>
      key?.name === name && key.id.every((byte, at) => byte === bytes[at]);
    const log = policy.logs.find(belongs);
    const witness = [...policy.witnesses].find(([, key]) => belongs(key));
    if (log) {
      if (!isSigned(log.raw, utf8(signed), bytes.subarray(4))) hasForgery = true;
      else if (log.name === origin) isSignedByLog = true;
    } else if (witness) {
      const seconds = new DataView(bytes.buffer).getBigUint64(4);
      const message = utf8(`cosignature/v1\ntime ${seconds}\n${signed}`);
      if (isSigned(witness[1]!.raw, message, bytes.subarray(12)))
        witnesses.push({ name: witness[0], at: new Date(Number(seconds) * 1000) });
      else hasForgery = true;
    }
  }
  const hasQuorum = policy.isQuorum(new Set(witnesses.map(({ name }) => name)));
  return { isSignedByLog, hasForgery, witnesses, hasQuorum };
}

/** Whether what the receipt tells is what was sealed. */
function opened(open: Carried['open'], entry: Entry): Finding['opened'] {
  if (!open) return undefined;
  const { document, after, salt } = open;
  const key = fromBase64(salt);
  const seal = fromBase64(entry.c);
  const committed = utf8(canonical({ document, after }));
  return { document, fits: Boolean(key && seal && isSame(hmacSha256(key, committed), seal)) };
}

/** Canonical JSON (RFC 8785) of what was read from JSON. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = value as Record<string, unknown>;
  return `{${Object.keys(members)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(members[key])}`)
    .join(',')}}`;
}

import { concat, fromBase64, utf8 } from './bytes.ts';
import { sha256 } from './sha2.ts';

/** A key that this page can check with: Ed25519, of a log (1) or a witness (4). */
export interface Key {
  readonly name: string;
  readonly type: number;
  readonly id: readonly number[];
  readonly raw: Uint8Array;
}

/** Whom the reader trusts (C2SP tlog-policy). */
export interface Policy {
  readonly logs: readonly Key[];
  /** By their names in the policy; undefined where this page cannot check the kind of key. */
  readonly witnesses: ReadonlyMap<string, Key | undefined>;
  isQuorum(names: ReadonlySet<string>): boolean;
}

type Rule = (names: ReadonlySet<string>) => boolean;

/** Reads a policy; undefined when it is not one. */
export function readPolicy(text: string): Policy | undefined {
  const logs: Key[] = [];
  const witnesses = new Map<string, Key | undefined>();
  const rules = new Map<string, Rule>([['none', () => true]]);
  let quorum: Rule | undefined;
  for (const line of text.split('\n')) {
    const [word, name = '', ...rest] = line.trim().split(/[ \t]+/);
    if (word === 'log') {
      const key = readKey(name);
      if (key?.type === 1) logs.push(key);
    } else if (word === 'witness') {
      witnesses.set(name, readKey(rest[0] ?? ''));
      rules.set(name, (names) => names.has(name));
    } else if (word === 'group') {
      const [count, ...members] = rest;
      const parts = members.map((member) => rules.get(member));
      const needed = count === 'any' ? 1 : count === 'all' ? parts.length : Number(count);
      if (!(needed >= 1) || parts.some((part) => part === undefined)) return undefined;
      rules.set(name, (names) => parts.filter((part) => part!(names)).length >= needed);
    } else if (word === 'quorum') quorum = rules.get(name);
    else if (word && !word.startsWith('#')) return undefined;
  }
  return quorum && logs.length > 0 ? { logs, witnesses, isQuorum: quorum } : undefined;
}

function readKey(vkey: string): Key | undefined {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (!name || !bytes || bytes.length !== 33) return undefined;
  const hash = sha256(concat(utf8(`${name}\n`), bytes)).subarray(0, 4);
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === id ? { name, type: bytes[0]!, id: [...hash], raw: bytes.subarray(1) } : undefined;
}

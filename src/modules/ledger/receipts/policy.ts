import { keyTypes, parseVkey, type VerifierKey } from '../notes/key.ts';

/** A log or witness that a policy knows. */
export interface Known {
  /** Name in the policy; the name of the key for logs. */
  readonly name: string;
  readonly key: VerifierKey;
  readonly url?: string | undefined;
}

/** Which checkpoints count: signed by one of the logs, cosigned by a quorum of the witnesses (C2SP tlog-policy). */
export interface Policy {
  readonly logs: readonly Known[];
  readonly witnesses: readonly Known[];
  /** Whether the witnesses of these names are enough. */
  isQuorum(names: ReadonlySet<string>): boolean;
}

/** Thrown for a policy that cannot be used; the message names the line. */
export class PolicyFault extends Error {
  constructor(line: number, what: string) {
    super(`policy, line ${line}: ${what}`);
    this.name = 'PolicyFault';
  }
}

type Rule = (names: ReadonlySet<string>) => boolean;

/** Reads a policy file. @throws PolicyFault */
export function parsePolicy(file: string): Policy {
  const logs: Known[] = [];
  const witnesses: Known[] = [];
  const rules = new Map<string, Rule>();
  const taken = new Set<string>();
  let quorum: Rule | undefined;

  file.split('\n').forEach((text, at) => {
    const fail = (what: string): never => {
      throw new PolicyFault(at + 1, what);
    };
    if (/[^\t\x20-\x7e\x80-\uffff]/.test(text)) fail('control character');
    const [word, ...rest] = text.split(/[ \t]+/).filter((part) => part !== '');
    if (word === undefined || word.startsWith('#')) return;
    switch (word) {
      case 'log':
        logs.push(readLog(rest, fail));
        return;
      case 'witness': {
        const one = readWitness(rest, fail);
        define(one.name, (names) => names.has(one.name), fail);
        witnesses.push(one);
        return;
      }
      case 'group':
        define(rest[0] ?? fail('group without a name'), readGroup(rest.slice(1), fail), fail);
        return;
      case 'quorum':
        if (quorum !== undefined || rest.length !== 1) fail('one quorum with one name is needed');
        quorum = rest[0] === 'none' ? () => true : (rules.get(rest[0]!) ?? fail('unknown name'));
        return;
      default:
        fail(`unknown word ${word}`);
    }
  });
  if (quorum === undefined) throw new PolicyFault(file.split('\n').length, 'no quorum');
  return { logs, witnesses, isQuorum: quorum };

  function readLog(rest: readonly string[], fail: (what: string) => never): Known {
    const key = parseVkey(rest[0] ?? '') ?? fail('no such key');
    if (key.type !== keyTypes.log) fail('not the key of a log');
    if (rest.length > 2 || isDuplicate(logs, key))
      fail('log is listed twice or has too many words');
    return { name: key.name, key, url: rest[1] };
  }

  function readWitness(rest: readonly string[], fail: (what: string) => never): Known {
    const [name, vkey, url] = rest;
    const key = parseVkey(vkey ?? '') ?? fail('no such key');
    if (key.type === keyTypes.log) fail('not the key of a witness');
    if (rest.length > 3 || isDuplicate(witnesses, key))
      fail('witness is listed twice or has too many words');
    return { name: name!, key, url };
  }

  function readGroup(rest: readonly string[], fail: (what: string) => never): Rule {
    const [word, ...members] = rest;
    const needed = word === 'any' ? 1 : word === 'all' ? members.length : decimal(word);
    if (!(needed >= 1 && needed <= members.length)) fail('a group needs 1 to all of its members');
    const parts = members.map((name) => {
      if (taken.has(name)) fail(`${name} is a member of two groups`);
      taken.add(name);
      return rules.get(name) ?? fail(`unknown name ${name}`);
    });
    return (names) => parts.filter((part) => part(names)).length >= needed;
  }

  function define(name: string, rule: Rule, fail: (what: string) => never): void {
    if (name === 'none' || rules.has(name)) fail(`the name ${name} is taken`);
    rules.set(name, rule);
  }
}

/** The same key under two names would count twice. */
function isDuplicate(known: readonly Known[], { raw }: VerifierKey): boolean {
  return known.some(({ key }) => key.raw.equals(raw));
}

function decimal(word: string | undefined): number {
  return word !== undefined && /^[1-9]\d{0,4}$/.test(word) ? Number(word) : Number.NaN;
}

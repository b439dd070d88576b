import type { Services } from '#/platform/module.ts';
import { newId } from '#/values/id.ts';
import { parseVkey, formatVkey, type VerifierKey } from '../notes/key.ts';
import { parsePolicy, type Known } from '../receipts/policy.ts';
import type { Council } from '../sequencer/council.ts';
import {
  findLatest,
  insertCosignature,
  listCosignatures,
  updatePublished,
  type StoredCheckpoint,
} from '../store/checkpoints.ts';
import { insertFreeze } from '../store/freezes.ts';
import { findLog, updateFrozen, updatePolicy } from '../store/log.ts';
import { listWitnesses, replaceWitnesses, updateWitness } from '../store/witnesses.ts';
import { ask } from './ask.ts';
import { httpWitness, type WitnessClient } from './client.ts';
import { examine, type Finding } from './examine.ts';

/** A witness that did not answer or sign is left alone for a while. */
const graceMs = 10_000;

type Needs = Pick<Services, 'database' | 'clock' | 'log'>;

/**
 * The witnesses of a policy file (C2SP tlog-policy).
 * @throws PolicyFault when the file cannot be used.
 */
export function createCouncil(
  { database, clock, log }: Needs,
  policyFile: string,
  clientOf: (url: string) => WitnessClient = httpWitness,
): Council {
  const policy = parsePolicy(policyFile);
  const members = policy.witnesses
    .filter(({ url }) => url !== undefined)
    .map((known) => ({ ...known, client: clientOf(known.url!), notBefore: 0 }));
  return { agrees, round };

  async function agrees(): Promise<boolean> {
    await database.transaction(async (tx) => {
      await updatePolicy(tx, policyFile);
      await replaceWitnesses(tx, policy.witnesses.map(toRow));
    });
    const findings = await Promise.all(members.map(compare));
    return !findings.some((finding) => finding.is === 'fork');
  }

  /** Asks what a witness saw last, and freezes the log when that is not our past. */
  async function compare(member: Member): Promise<Finding> {
    const finding = await examine(database, member.client, await logKey());
    const { name } = member;
    await database.transaction(async (tx) => {
      const now = clock.now();
      if (finding.is === 'agreement')
        await updateWitness(tx, name, {
          size: finding.size,
          standing: 'good',
          told: null,
          seenAt: now,
        });
      if (finding.is === 'nothing')
        await updateWitness(tx, name, { standing: 'away', told: finding.told });
      if (finding.is !== 'fork') return;
      const { evidence } = finding;
      await updateWitness(tx, name, { standing: 'disagrees', told: null, seenAt: now });
      await insertFreeze(tx, { id: newId(), at: now, witness: name, evidence });
      await updateFrozen(tx, now);
    });
    if (finding.is === 'fork')
      log.fatal({ witness: name }, 'the ledger is frozen: a witness knows another history');
    return finding;
  }

  async function round(): Promise<void> {
    const { latest, sizes, isFrozen } = await database.transaction(async (tx) => ({
      latest: await findLatest(tx),
      sizes: new Map((await listWitnesses(tx)).map(({ name, size }) => [name, size])),
      isFrozen: (await findLog(tx))?.frozenAt !== null,
    }));
    if (!latest || isFrozen) return;
    const open = members.filter(
      ({ name, notBefore }) => (sizes.get(name) ?? 0) < latest.size && notBefore < Date.now(),
    );
    if (open.length === 0 && latest.publishedAt !== null) return;
    await Promise.all(open.map((member) => cosign(member, latest, sizes.get(member.name) ?? 0)));
    await publish(latest, false);
  }

  async function cosign(member: Member, latest: StoredCheckpoint, old: number): Promise<void> {
    let asked = await ask(database, member.client, member.key, old, latest);
    if (asked.is === 'elsewhere' && asked.size <= latest.size)
      asked = await ask(database, member.client, member.key, asked.size, latest);
    if (asked.is === 'cosigned') {
      const { line, at } = asked;
      await database.transaction(async (tx) => {
        await insertCosignature(tx, latest.size, { witness: member.name, line, at });
        await updateWitness(tx, member.name, {
          size: latest.size,
          standing: 'good',
          told: null,
          seenAt: clock.now(),
        });
      });
      return publish(latest, true);
    }
    member.notBefore = Date.now() + graceMs;
    const finding = asked.is === 'away' ? undefined : await compare(member);
    if (finding?.is === 'fork') return;
    const told = asked.is === 'elsewhere' ? `it saw ${asked.size} leaves` : asked.told;
    log.warn({ witness: member.name, told }, 'a witness did not cosign');
    const standing = asked.is === 'away' ? 'away' : 'refuses';
    await database.transaction((tx) => updateWitness(tx, member.name, { standing, told }));
  }

  /** Shows a checkpoint as soon as a quorum cosigned it, else when nobody is left to ask. */
  async function publish({ size }: StoredCheckpoint, onlyWithQuorum: boolean): Promise<void> {
    await database.transaction(async (tx) => {
      const names = (await listCosignatures(tx, size)).map(({ witness }) => witness);
      const hasQuorum = policy.isQuorum(new Set(names));
      if (hasQuorum || !onlyWithQuorum) await updatePublished(tx, size, clock.now(), hasQuorum);
    });
  }

  async function logKey(): Promise<VerifierKey> {
    const { vkeys } = (await database.transaction(findLog))!;
    return parseVkey(vkeys[0]!)!;
  }
}

interface Member extends Known {
  readonly client: WitnessClient;
  notBefore: number;
}

function toRow({ name, key, url }: Known) {
  return { name, vkey: formatVkey(key), url: url ?? null };
}

import { getUnit, type Unit } from '#/modules/agency/index.ts';
import { issuedFor, type Issued } from '#/modules/document/index.ts';
import { getPerson, type Person } from '#/modules/identity/index.ts';
import { demandsOf, receiptsOf, type Demand, type Receipt } from '#/modules/payment/index.ts';
import { listReadsOn, recordRead } from '#/modules/privacy/index.ts';
import { compiledVersion, type CompiledProcedure } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';
import type { Dossier } from '../dossier.ts';
import { listEscalations, type OpenEscalation } from '../escalation/store.ts';
import { mayHandle } from '../may.ts';
import { listSlots, type PaperSlot } from '../papers.ts';
import { listOpenSteps } from '../process-link.ts';
import { judge } from '../rules.ts';
import { holds, type OpenStep } from '../steps.ts';
import {
  deleteBadges,
  findByCode,
  listActs,
  listBadges,
  listMessages,
  listPaperChecks,
  listSupplements,
  type Act,
  type BadgeEvent,
  type Message,
  type PaperCheck,
  type Supplement,
} from '../store/index.ts';
import { timesOf, type Times } from '../times/times-of.ts';
import { lawfulActs, type DeskVerb } from './lawful-acts.ts';
import { standingOf } from './standing.ts';

type ReadRecord = Awaited<ReturnType<typeof listReadsOn>>[number];

/** Everything that an official sees of one dossier. */
export interface DeskDossier {
  readonly dossier: Dossier;
  readonly procedure: CompiledProcedure;
  readonly unit: Unit;
  readonly submitter: Person;
  readonly owner: Person;
  readonly steps: readonly OpenStep[];
  /** What superiors and holders were told of these steps. */
  readonly escalations: readonly OpenEscalation[];
  /** What people waited and what is to be expected; undefined once it is over. */
  readonly times: Times | undefined;
  /** What this official may do now. */
  readonly acts: readonly DeskVerb[];
  /** What had happened since somebody looked. */
  readonly news: readonly BadgeEvent[];
  readonly slots: readonly PaperSlot[];
  readonly checks: readonly PaperCheck[];
  readonly requests: readonly Supplement[];
  /** What the rules of the procedure ask in fees, in đồng. */
  readonly fees: number;
  readonly demands: readonly Demand[];
  readonly receipts: readonly Receipt[];
  readonly letters: readonly Issued[];
  readonly messages: readonly Message[];
  readonly history: readonly Act[];
  readonly reads: readonly ReadRecord[];
}

const purpose = text('Giải quyết thủ tục hành chính', 'Handling an administrative procedure');

/** The dossier of a code, when one of the official's units takes part in it. */
export async function findInScope(tx: Tx, actor: Actor, code: string): Promise<Dossier | Refusal> {
  const dossier = await findByCode(tx, code);
  if (!dossier) return refuse('dossier.none');
  return mayHandle(actor, dossier) ? dossier : refuse('dossier.not-your-unit');
}

/** Opens a dossier for an official to look at: the reading is recorded, and news that were theirs are seen. */
export async function openDossier(tx: Tx, actor: Actor, dossier: Dossier): Promise<DeskDossier> {
  const steps = dossier.instanceId === null ? [] : await listOpenSteps(tx, dossier, actor.at);
  await recordRead(tx, {
    actor,
    personIds: [dossier.submitterPersonId, dossier.ownerPersonId],
    subject: { kind: 'dossier', id: dossier.id, label: `${dossier.code} · ${dossier.abstract}` },
    purpose,
    post: actor.posts.find((post) => dossier.unitIds.includes(post.unitId)),
  });
  const news = await listBadges(tx, dossier.id);
  if (news.length > 0 && isTheirs(actor, steps)) await deleteBadges(tx, dossier.id);
  const procedure = await compiledVersion(tx, dossier.versionId);
  const assessment = await judge(tx, dossier);
  const requests = await listSupplements(tx, dossier.id);
  const demands = await demandsOf(tx, dossier.id);
  const history = await listActs(tx, dossier.id);
  const fees = assessment.fees.total;
  const standing = await standingOf(tx, dossier, { requests, demands, history, fees });
  return {
    dossier,
    procedure,
    unit: await getUnit(tx, dossier.unitId),
    submitter: await getPerson(tx, dossier.submitterPersonId),
    owner: await getPerson(tx, dossier.ownerPersonId),
    steps,
    escalations: await listEscalations(tx, dossier.id),
    times: await timesOf(tx, dossier, actor.at),
    acts: lawfulActs(actor, dossier, steps, standing),
    news,
    slots: await listSlots(tx, dossier.id, procedure, assessment),
    checks: await listPaperChecks(tx, dossier.id),
    requests,
    fees,
    demands,
    receipts: await receiptsOf(tx, dossier.id),
    letters: await issuedFor(tx, dossier.id),
    messages: await listMessages(tx, dossier.id),
    history,
    reads: await listReadsOn(tx, dossier.id),
  };
}

/** News are for who holds a step, for everyone of its post while nobody does, and for all once the process is over. */
function isTheirs(actor: Actor, steps: readonly OpenStep[]): boolean {
  if (steps.length === 0) return true;
  return steps.some(
    (step) =>
      step.assigneeId === actor.accountId || (step.assigneeId === null && holds(actor, step)),
  );
}

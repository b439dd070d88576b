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
import { together } from '#/values/together.ts';
import type { DeskVerb } from '../desk-verbs.ts';
import type { Dossier } from '../dossier.ts';
import { listEscalations, type OpenEscalation } from '../escalation/store.ts';
import { mayRead } from '../policy.ts';
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
import { unseen } from '../unseen.ts';
import { lawfulActs } from './lawful-acts.ts';
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
  if (!dossier) return unseen(tx, code);
  return mayRead(actor, dossier) ? dossier : refuse('dossier.not-your-unit');
}

/** Opens a dossier for an official to look at: the reading is recorded, and news that were theirs are seen. */
export async function openDossier(tx: Tx, actor: Actor, dossier: Dossier): Promise<DeskDossier> {
  const [opened, parts] = await Promise.all([
    openAsRead(tx, actor, dossier),
    readParts(tx, actor, dossier),
  ]);
  const { requests, demands, history, procedure, assessment } = parts;
  const fees = assessment.fees.total;
  const [standing, slots] = await Promise.all([
    standingOf(tx, dossier, { requests, demands, history, fees }),
    listSlots(tx, dossier.id, procedure, assessment),
  ]);
  const acts = lawfulActs(actor, dossier, opened.steps, standing);
  return { dossier, ...opened, ...parts, fees, acts, slots };
}

/** What changes by opening: who read it, and what news there are from now on. */
async function openAsRead(tx: Tx, actor: Actor, dossier: Dossier) {
  const [steps, news] = await Promise.all([
    dossier.instanceId === null ? Promise.resolve([]) : listOpenSteps(tx, dossier, actor.at),
    listBadges(tx, dossier.id),
    recordRead(tx, {
      actor,
      personIds: [dossier.submitterPersonId, dossier.ownerPersonId],
      subject: { kind: 'dossier', id: dossier.id, label: `${dossier.code} · ${dossier.abstract}` },
      purpose,
      post: actor.posts.find((post) => dossier.unitIds.includes(post.unitId)),
    }),
  ]);
  if (news.length > 0 && isTheirs(actor, steps)) await deleteBadges(tx, dossier.id);
  return { steps, news, reads: await listReadsOn(tx, dossier.id) };
}

/** What only has to be read, all of it at once. */
function readParts(tx: Tx, actor: Actor, dossier: Dossier) {
  const { id } = dossier;
  const procedure = compiledVersion(tx, dossier.versionId);
  return together({
    procedure,
    // A version that is not in memory is compiled once.
    assessment: procedure.then(() => judge(tx, dossier)),
    requests: listSupplements(tx, id),
    demands: demandsOf(tx, id),
    history: listActs(tx, id),
    unit: getUnit(tx, dossier.unitId),
    submitter: getPerson(tx, dossier.submitterPersonId),
    owner: getPerson(tx, dossier.ownerPersonId),
    escalations: listEscalations(tx, id),
    times: timesOf(tx, dossier, actor.at),
    checks: listPaperChecks(tx, id),
    receipts: receiptsOf(tx, id),
    letters: issuedFor(tx, id),
    messages: listMessages(tx, id),
  });
}

/** News are for who holds a step, for everyone of its post while nobody does, and for all once the process is over. */
function isTheirs(actor: Actor, steps: readonly OpenStep[]): boolean {
  if (steps.length === 0) return true;
  return steps.some(
    (step) =>
      step.assigneeId === actor.accountId || (step.assigneeId === null && holds(actor, step)),
  );
}

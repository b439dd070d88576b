import type { Tx } from '#/platform/db/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { unitFor, type UnitKind } from '#/modules/agency/index.ts';
import { stepList } from '#/modules/process/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';
import { colleaguesOf } from '../../colleagues.ts';
import type { Colleague } from '../../desk/colleague-store.ts';
import type { DeskDossier } from '../../desk/open-dossier.ts';
import { listJumpTargets } from '../../jump-targets.ts';
import { stepFor } from '../../steps.ts';
import { processOf } from '../../process-of.ts';
import { mayHandOver } from '../../superiors.ts';
import {
  colleagueForm,
  deliveryForm,
  jumpForm,
  noteForm,
  opinionForm,
  reasonForm,
  type DeedForm,
} from './deed-fields.ts';
import type { Deed } from './deeds.ts';

/** The form of a deed, and what stands in it at first. */
export interface Asked {
  readonly form: DeedForm;
  readonly usual: Readonly<Record<string, string>>;
}

/** What a deed asks of this official about this dossier; undefined for a mere button. */
export async function askedBy(
  tx: Tx,
  visit: Visit,
  deed: Deed,
  opened: DeskDossier,
): Promise<Asked | undefined> {
  if (deed.verb === 'forward') {
    if (!isAssignment(visit, opened)) return undefined;
    return { form: colleagueForm(await handlersOf(tx, visit, opened), false), usual: {} };
  }
  const label = deed.label ?? text('Lý do', 'Reason');
  switch (deed.asks) {
    case 'reason':
      return { form: reasonForm(label, deed.hint), usual: {} };
    case 'note':
      return { form: noteForm(label), usual: {} };
    case 'colleague':
      return { form: colleagueForm(await heirsOf(tx, visit, opened), true), usual: {} };
    case 'delivery':
      return deliveryForm(opened.dossier);
    case 'opinion':
      return { form: opinionForm, usual: {} };
    case 'step':
      return { form: jumpForm(await otherStepsOf(tx, opened)), usual: {} };
    case undefined:
      return undefined;
  }
}

/** Whether forwarding means to choose who handles it. */
export function isAssignment(visit: Visit, { steps }: DeskDossier): boolean {
  return stepFor(visit.actor!, steps, 'forward')?.kind === 'assign';
}

/** The steps to which the case can be sent from where it stands. */
async function otherStepsOf(tx: Tx, { dossier, steps }: DeskDossier) {
  const targets = await listJumpTargets(tx, dossier);
  return targets.filter(({ no }) => !steps.some(({ node }) => node === no));
}

/** Who can take the step over that this official may hand over. */
async function heirsOf(tx: Tx, visit: Visit, { steps }: DeskDossier): Promise<Colleague[]> {
  const step = steps.find((one) => mayHandOver(visit.actor!, one));
  if (!step) return [];
  const colleagues = await colleaguesOf(tx, [step], visit.now);
  return colleagues.filter(({ accountId }) => accountId !== step.assigneeId);
}

/** Who can take the first step of handling after the one that is being forwarded. */
async function handlersOf(
  tx: Tx,
  visit: Visit,
  { dossier, steps }: DeskDossier,
): Promise<Colleague[]> {
  const listed = stepList(await processOf(tx, dossier));
  const current = stepFor(visit.actor!, steps, 'forward');
  const place = listed.findIndex(({ no }) => no === current?.node);
  const next = listed.slice(place + 1).find(({ kind }) => kind === 'handle');
  if (!next?.role || !next.unit) return [];
  const unit = await unitFor(tx, next.unit as UnitKind, dossier.unitId);
  return isRefusal(unit) ? [] : colleaguesOf(tx, [{ unitId: unit.id, role: next.role }], visit.now);
}

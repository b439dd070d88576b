import { isSettled } from '#/modules/payment/index.ts';
import { stepList, type CompiledProcess, type Vars } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Unnumbered } from './dossier.ts';
import { demandsOfDossier } from './fees.ts';
import { judge } from './rules.ts';

/**
 * What the conditions of a process may look at: how the dossier came and is handled, what is proposed, whether fees
 * are due, and those answers of the form that the process names.
 */
export async function processVars(
  tx: Tx,
  dossier: Unnumbered,
  process: CompiledProcess,
): Promise<Vars> {
  const { channel, variant, proposal, answers } = dossier;
  const named = process.variables.filter((name) => Object.hasOwn(answers, name));
  return {
    ...Object.fromEntries(named.map((name) => [name, answers[name]])),
    channel,
    variant,
    proposal,
    feeDue: hasPayStep(process) && (await isFeeDue(tx, dossier)),
  };
}

/** Whether the process itself waits for the payment; in others fees are demanded with the acceptance. */
export function hasPayStep(process: CompiledProcess): boolean {
  return stepList(process).some(({ kind }) => kind === 'pay');
}

async function isFeeDue(tx: Tx, dossier: Unnumbered): Promise<boolean> {
  const demanded = await demandsOfDossier(tx, dossier);
  if (demanded.length > 0) return !(await isSettled(tx, dossier.id));
  return (await judge(tx, dossier)).fees.total > 0;
}

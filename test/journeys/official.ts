import { identify } from '#/app/identify.ts';
import { accept } from '#/modules/dossier/commands/accept.ts';
import { approve } from '#/modules/dossier/commands/approve.ts';
import { deliver } from '#/modules/dossier/commands/deliver.ts';
import { demandPayment } from '#/modules/dossier/commands/demand-payment.ts';
import { extend } from '#/modules/dossier/commands/extend.ts';
import { finishLeg } from '#/modules/dossier/commands/finish-leg.ts';
import { forward, proposeRefusal, sendBack } from '#/modules/dossier/commands/forward.ts';
import { claim } from '#/modules/dossier/commands/hold.ts';
import { refuseIntake } from '#/modules/dossier/commands/refuse-intake.ts';
import { register } from '#/modules/dossier/commands/register.ts';
import {
  allowSupplement,
  requestSupplement,
} from '#/modules/dossier/commands/request-supplement.ts';
import { stop } from '#/modules/dossier/commands/withdraw.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Office } from './office.ts';

const deeds = {
  accept,
  approve,
  deliver,
  'demand-payment': demandPayment,
  extend,
  'finish-leg': finishLeg,
  forward,
  'propose-refusal': proposeRefusal,
  return: sendBack,
  claim,
  refuse: refuseIntake,
  register,
  'allow-supplement': allowSupplement,
  'request-supplement': requestSupplement,
  stop,
} as const;

type Deeds = typeof deeds;
type Input<V extends keyof Deeds> = Parameters<Deeds[V]>[2];
type Outcome<V extends keyof Deeds> = Awaited<ReturnType<Deeds[V]>>;

/** Lets an official do something to a dossier at the desk. */
export async function act<V extends keyof Deeds>(
  office: Office,
  account: string,
  verb: V,
  input: Input<V>,
): Promise<Outcome<V>> {
  const { session } = await office.signedIn(account);
  return office.services.database.transaction(async (tx) => {
    const actor = await identify(tx, session, office.clock.now(), 'vi');
    const deed = deeds[verb] as unknown as (
      tx: Tx,
      actor: Actor,
      input: Input<V>,
    ) => Promise<Outcome<V>>;
    return deed(tx, actor!, input);
  }) as Promise<Outcome<V>>;
}

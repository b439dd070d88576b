import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { newId } from '#/values/id.ts';
import {
  insertMessage,
  listBackShares,
  listBegun,
  lockOrder,
  updateOrderState,
} from '../store/gateway.ts';
import { GatewayAway, type Gateway, type GatewayOrder } from './gateway.ts';
import { takeWord } from './take-word.ts';

/** How long we wait for a gateway to tell by itself. */
const patienceMs = 60_000;
/** After the end of an order money may still be on its way: only this long after it the order has expired. */
const graceMs = 30 * 60_000;

export const askJobName = 'payment.ask-gateways';
export const giveBackJobName = 'payment.give-back-at-gateway';

/** Asks gateways about orders that they have told nothing of, so that no dossier waits for a message that was lost. */
export function askGateways(services: Services, gateways: readonly Gateway[]): Job {
  const { database, clock, log } = services;

  async function askAbout(order: GatewayOrder): Promise<void> {
    const gateway = gateways.find(({ code }) => code === order.gateway);
    if (!gateway) return;
    const heard = await gateway.ask(order, clock.now());
    const at = clock.now();
    if (heard !== null && heard.reference !== order.reference)
      throw new GatewayAway('it answers about another order');
    await database.transaction(async (tx) => {
      if (heard !== null) {
        await takeWord(tx, { gateway: order.gateway, kind: 'query', heard }, at);
        return;
      }
      if (at.getTime() < order.endsAt.getTime() + graceMs) return;
      const still = await lockOrder(tx, order.reference);
      if (still?.state === 'begun')
        await updateOrderState(tx, order.id, { state: 'expired', number: null, at });
    });
  }

  return {
    name: askJobName,
    schedule: '* * * * *',
    async run() {
      const before = new Date(clock.now().getTime() - patienceMs);
      const begun = await database.transaction((tx) => listBegun(tx, before));
      for (const order of begun) {
        try {
          await askAbout(order);
        } catch (error) {
          if (!(error instanceof GatewayAway)) throw error;
          log.warn({ gateway: order.gateway, why: error.message }, 'gateway does not answer');
        }
      }
    },
  };
}

/** Has a gateway give money back that two persons decided to give back. The request is the same however often it is sent. */
export function giveBackAtGateway(services: Services, gateways: readonly Gateway[]): Job {
  const { database, clock } = services;
  return {
    name: giveBackJobName,
    retries: 20,
    async run(payload) {
      const { id, by } = payload as { readonly id: string; readonly by: string };
      const shares = await database.transaction((tx) => listBackShares(tx, id));
      for (const share of shares) {
        const { order, amount } = share;
        const gateway = gateways.find(({ code }) => code === order.gateway);
        if (!gateway) continue;
        const at = clock.now();
        const isDone = await gateway.giveBack(order, { id: share.id, amount, by, at });
        const heard = { reference: order.reference, number: order.number ?? '', amount };
        const verdict = isDone ? 'taken' : 'refused';
        await database.transaction((tx) =>
          insertMessage(tx, {
            id: newId(),
            gateway: gateway.code,
            kind: 'refund',
            heard,
            verdict,
            at,
          }),
        );
      }
    },
  };
}

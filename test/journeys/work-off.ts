import { listOpenSteps } from '#/modules/dossier/process-link.ts';
import type { OpenStep } from '#/modules/dossier/steps.ts';
import { findByCode } from '#/modules/dossier/store/index.ts';
import { demoAccounts } from '#/modules/identity/index.ts';
import type { Office } from './office.ts';
import { handle } from './official.ts';
import { payAtCounter } from './pay.ts';

/**
 * Lets the officials do the usual next thing until nothing waits, and gives the way that the dossier took:
 * "VAN_THU register", …
 */
export async function workOff(office: Office, code: string): Promise<string[]> {
  const way: string[] = [];
  for (
    let steps = await openSteps(office, code);
    steps.length > 0;
    steps = await openSteps(office, code)
  ) {
    const [step] = steps as [OpenStep];
    way.push(`${step.role} ${step.kind}`);
    await office.settle();
    await finish(office, code, step);
  }
  return way;
}

async function finish(office: Office, code: string, { kind, role }: OpenStep): Promise<unknown> {
  switch (kind) {
    case 'receive':
      return handle(office, holderOf(role), code, 'tiep-nhan');
    case 'assign':
    case 'handle':
    case 'review':
      return handle(office, holderOf(role), code, 'chuyen-buoc');
    case 'approve':
      return handle(office, holderOf(role), code, 'ky-duyet');
    case 'register':
      return handle(office, holderOf(role), code, 'vao-so');
    case 'leg':
      return handle(office, holderOf(role), code, 'hoan-thanh-lien-thong', {
        note: 'Đã thực hiện',
      });
    case 'consult':
      return handle(office, holderOf(role), code, 'cho-y-kien', { opinion: 'agree' });
    case 'pay':
      return payAtCounter(office, code);
    case 'deliver':
      await payAtCounter(office, code);
      return handle(office, holderOf(role), code, 'tra-ket-qua', {
        by: 'COUNTER',
        note: 'Người nộp',
      });
  }
}

/** Steps of a dossier that wait. */
export async function openSteps(office: Office, code: string): Promise<OpenStep[]> {
  return office.services.database.transaction(async (tx) =>
    listOpenSteps(tx, (await findByCode(tx, code))!, office.clock.now()),
  );
}

/** The demo account that holds a post. */
function holderOf(role: string): string {
  const holder = demoAccounts.find(({ posts }) => posts.some((post) => post.role === role));
  if (!holder) throw new Error(`nobody is ${role}`);
  return holder.name;
}

import type { Office } from './office.ts';

/** What a payment under way shows, and where. */
export interface ScenePayment {
  readonly pay: string;
  readonly order: string;
  readonly gateway: string;
  /** Pages at the desk of money that waits, and of its day. */
  readonly money: string;
  readonly day: string;
  /** What the payer tells at the counter. */
  readonly reference: string;
}

/** The mother has paid too little through a gateway, and has gone there again. */
export async function beginsToPay(office: Office, code: string): Promise<ScenePayment> {
  const mother = await office.signedIn('cong-dan-1');
  await mother.open(`/ho-so/${code}`);
  const pay = /\/nop-tien\/[0-9a-f-]{36}/.exec(mother.html)![0];
  const reference = /LP[0-9A-Z]{10}/.exec(mother.html)![0];
  const atGateway = async () => {
    await mother.open(pay);
    await mother.fill({}, '/vnpay');
    const link = /href="(https?:[^"]*\/cong-thanh-toan\/[^"]*)"/.exec(mother.html)![1]!;
    const { pathname, search } = new URL(link.replaceAll('&amp;', '&'));
    return `${pathname}${search}`;
  };
  await mother.open(await atGateway());
  await mother.fill({}, '/pays-too-little');
  const gateway = await atGateway();
  const cashier = await office.signedIn('mot-cua-1');
  await cashier.open('/can-bo/doi-soat');
  const [money] = /\/can-bo\/doi-soat\/tien\/[0-9a-f-]{36}/.exec(cashier.html)!;
  const [day] = /\/can-bo\/doi-soat\/ngay\/[^"]+/.exec(cashier.html)!;
  return { pay, order: mother.path, gateway, money, day, reference };
}

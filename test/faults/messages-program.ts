// A worker that delivers messages by mail until it is killed: node messages-program.ts URL PORT
import { setTimeout as pause } from 'node:timers/promises';
import { mailChannel } from '#/modules/notify/channels/mail.ts';
import { deliverDue } from '#/modules/notify/deliver/work-off.ts';
import { channelsOf, testOffice } from '#/modules/notify/testing-office.ts';
import { systemClock } from '#/platform/clock.ts';
import { openDatabase } from '#/platform/db/index.ts';
import { testVault } from '../database/vault.ts';

const [, , url, port] = process.argv;
const mail = mailChannel(
  {
    host: '127.0.0.1',
    port: Number(port),
    security: 'none',
    from: 'khong-tra-loi@dvc.example.vn',
    timeoutMs: 5_000,
  },
  () => undefined,
);
const still = await testOffice(openDatabase(url!, 8, testVault()), channelsOf(mail), new Date());
const office = { ...still, services: { ...still.services, clock: systemClock } };
process.send?.('working');
for (;;) {
  await deliverDue(office);
  await pause(20);
}

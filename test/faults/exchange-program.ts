// One of two installations, which sends and takes messages until it is killed: node exchange-program.ts URL ADDRESS DATA_DIR EPOCH START
import { setTimeout as pause } from 'node:timers/promises';
import { applyReady } from '#/modules/exchange/incoming/work-off.ts';
import { sendDue } from '#/modules/exchange/outgoing/work-off.ts';
import { testApplication } from '../journeys/application.ts';
import { fastTime } from './fast-time.ts';

const [, , url, address, dataDir, epoch, start] = process.argv as [string, string, ...string[]];
const time = fastTime(Number(epoch), new Date(start!));
const running = testApplication(url!, time(), { publicUrl: address!, dataDir: dataDir! });
setInterval(() => running.clock.set(time()), 5);
await running.queue.open(running.application.jobs);
const web = await running.application.web();
// Tells when something is under way, so that whoever kills can choose that moment.
web.server.on('request', () => process.send?.('busy'));
const { hostname, port } = new URL(address!);
await web.listen({ host: hostname, port: Number(port) });
process.send?.('working');
for (;;) {
  await sendDue(running.services);
  await applyReady(running.services);
  await pause(10);
}

import { program } from '#/platform/http/index.ts';
import type { Mount, Services } from '#/platform/module.ts';
import { receive } from './incoming/receive.ts';
import { exchangeJobs } from './jobs.ts';
import { filesPath, messagesPath, ownNode } from './node.ts';
import { handOver } from './outgoing/hand-over.ts';
import { pages } from './pages/routes.ts';
import { refusals } from './refusals.ts';
import { workOnMessages } from './work.ts';

/** Messages to and from other installations. */
export function mount(services: Services): Mount {
  return {
    name: 'exchange',
    routes: [
      program('POST', messagesPath, receive(services)),
      program('POST', filesPath, handOver(services)),
      ...pages(ownNode(services)),
    ],
    jobs: exchangeJobs(services),
    refusals,
    work: () => workOnMessages(services),
  };
}

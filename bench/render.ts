import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Figure } from './figure.ts';

const connections = 10;
const roundMs = 1500;
const rounds = 3;

/**
 * Pages that the server gives per second of processor time when components make them, against the same bytes put
 * together by template literals; both over HTTP, in turns.
 */
export async function measure(): Promise<Figure[]> {
  const worker = new Worker(join(import.meta.dirname, 'render-server.ts'));
  try {
    const [port] = (await once(worker, 'message')) as [number];
    const rate = { components: 0, literals: 0 };
    for (let round = 0; round <= rounds; round += 1) {
      for (const way of ['components', 'literals'] as const) {
        const pages = await pagesPerSecond(worker, port, `/${way}`);
        // The first round warms up.
        if (round > 0) rate[way] += pages / rounds;
      }
    }
    const ratio = rate.components / rate.literals;
    return [
      {
        name: 'render.register',
        value: rate.components,
        unit: 'pages/CPU-s',
        reference: `the same bytes by template literals, ${rate.literals.toFixed(0)} pages/CPU-s`,
        ratio,
        goal: '≥ 0.5',
        holds: ratio >= 0.5,
      },
    ];
  } finally {
    await worker.terminate();
  }
}

async function pagesPerSecond(worker: Worker, port: number, path: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const began = await processorTime(worker);
  const ends = performance.now() + roundMs;
  let pages = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < ends) {
        await fetched(agent, port, path);
        pages += 1;
      }
    }),
  );
  const took = (await processorTime(worker)) - began;
  agent.destroy();
  return pages / took;
}

async function processorTime(worker: Worker): Promise<number> {
  const answer = once(worker, 'message');
  worker.postMessage('time');
  const [seconds] = (await answer) as [number];
  return seconds;
}

function fetched(agent: Agent, port: number, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent }, (response) => {
      response.resume().on('end', resolve).on('error', reject);
    }).on('error', reject);
  });
}

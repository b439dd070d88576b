import { hash } from 'node:crypto';

/** What a witness answered. */
export interface WitnessAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** The door of a witness (C2SP tlog-witness). */
export interface WitnessClient {
  /** Hands in a checkpoint. @throws Error when there is no answer in time. */
  addCheckpoint(body: string): Promise<WitnessAnswer>;
  /** The last checkpoint of a log that it cosigned; undefined when there is none. @throws Error when there is no answer. */
  latest(origin: string): Promise<string | undefined>;
}

const limitMs = 3_000;
const mostBytes = 1_000_000;

/** A witness that answers under an address. */
export function httpWitness(url: string): WitnessClient {
  const base = url.replace(/\/+$/, '');
  return {
    async addCheckpoint(body) {
      const answer = await fetch(`${base}/add-checkpoint`, {
        method: 'POST',
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(limitMs),
      });
      const type = answer.headers.get('content-type') ?? '';
      return { status: answer.status, type, body: await shortText(answer) };
    },
    async latest(origin) {
      const answer = await fetch(`${base}/${hash('sha256', origin, 'hex')}/checkpoint`, {
        redirect: 'error',
        signal: AbortSignal.timeout(limitMs),
      });
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw new Error(`the witness answered ${answer.status}`);
      return shortText(answer);
    },
  };
}

async function shortText(answer: Response): Promise<string> {
  const text = await answer.text();
  if (text.length > mostBytes) throw new Error('the answer of the witness is too long');
  return text;
}

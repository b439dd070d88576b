import { connect, type Socket } from 'node:net';
import type { Log } from '../log.ts';

/** What a scanner says of a file; `unscanned` when it did not answer, or as nobody who scanned it would. */
export type Verdict = 'clean' | 'infected' | 'unscanned';

export interface Scanner {
  scan(content: Uint8Array): Promise<Verdict>;
}

interface Patience {
  readonly timeoutMs?: number | undefined;
  readonly now?: (() => number) | undefined;
}

/** A scanner without signatures calls everything clean: so often it has to find the harmless test virus. */
const proofMs = 3_600_000;

const chunkBytes = 65_536;

/** Longer answers are no answers of clamd. */
const longestAnswer = 4_096;

/** The test virus of EICAR; in two parts, or this file itself would be found. */
export const eicar = Buffer.from(
  String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-` + 'ANTIVIRUS-TEST-FILE!$H+H*',
);

/** Scans by clamd (ClamAV, INSTREAM), at host:port or the path of its socket. It never throws: who cannot scan, says so. */
export function clamdScanner(
  address: string,
  log: Log,
  { timeoutMs = 30_000, now = Date.now }: Patience = {},
): Scanner {
  let provenAt = -Infinity;
  return {
    async scan(content) {
      try {
        if (now() - provenAt > proofMs) {
          if ((await ask(address, eicar, timeoutMs)) !== 'infected')
            throw new Error('clamd does not find the test virus of EICAR');
          provenAt = now();
        }
        return await ask(address, content, timeoutMs);
      } catch (err) {
        log.error({ err }, 'clamd could not scan a file');
        return 'unscanned';
      }
    },
  };
}

function ask(address: string, content: Uint8Array, timeoutMs: number): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const socket = socketTo(address);
    let answer = '';
    let isSent = false;
    const timer = setTimeout(() => end(new Error('clamd took too long')), timeoutMs);
    socket.on('error', end);
    socket.on('connect', () => {
      send(socket, content).then(() => {
        isSent = true;
      }, end);
    });
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
      if (!isSent) end(new Error('clamd answered before it had the file'));
      else if (answer.length > longestAnswer) end(new Error('clamd says too much'));
    });
    socket.on('close', () => end(readVerdict(answer)));
    function end(outcome: Error | Verdict): void {
      clearTimeout(timer);
      socket.destroy();
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    }
  });
}

function socketTo(address: string): Socket {
  if (address.startsWith('/')) return connect(address);
  const colon = address.lastIndexOf(':');
  return connect(Number(address.slice(colon + 1)), address.slice(0, colon));
}

async function send(socket: Socket, content: Uint8Array): Promise<void> {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < content.length; at += chunkBytes) {
    const chunk = content.subarray(at, at + chunkBytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    if (!socket.write(chunk)) await new Promise((go) => socket.once('drain', go));
    if (socket.destroyed) return;
  }
  await new Promise<void>((sent, failed) => {
    socket.write(Buffer.alloc(4), (error) => (error ? failed(error) : sent()));
  });
}

function readVerdict(answer: string): Verdict | Error {
  const words = answer.replace(/[\0\n]+$/, '');
  if (words === 'stream: OK') return 'clean';
  if (/^stream: [^\0\n]+ FOUND$/.test(words)) return 'infected';
  return new Error('clamd answered something else');
}

import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openLog } from '../log.ts';
import { clamdScanner, eicar } from './clamd.ts';

const log = openLog('silent');
let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server?.close();
});

type Manner = 'honest' | 'silent' | 'early' | 'blind' | 'babbling' | 'broken' | 'chatty';

/** A clamd that reads INSTREAM as ClamAV describes it, or misbehaves. */
async function clamd(manner: Manner): Promise<string> {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (manner === 'early') socket.end('stream: OK\0');
    let got = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      got = Buffer.concat([got, bytes]);
      if (manner === 'broken' && got.length > 20) socket.destroy();
      const content = contentOf(got);
      if (content === undefined || manner === 'silent') return;
      const isFound = content.includes(eicar) && manner !== 'blind';
      if (manner === 'babbling') socket.end('INSTREAM size limit exceeded. ERROR\0');
      else if (manner === 'chatty') socket.end('x'.repeat(10_000));
      else socket.end(isFound ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((ready) => server!.listen(0, '127.0.0.1', ready));
  return `127.0.0.1:${String((server.address() as { port: number }).port)}`;
}

/** The bytes of all chunks, once the empty one has come. */
function contentOf(got: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = 'zINSTREAM\0'.length;
  while (at + 4 <= got.length) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

test('a clean file is called clean, the test virus of EICAR is found, however large the file around it', async () => {
  const scanner = clamdScanner(await clamd('honest'), log);
  expect(await scanner.scan(Buffer.from('giấy khai sinh'))).toBe('clean');
  expect(await scanner.scan(eicar)).toBe('infected');
  const large = Buffer.concat([Buffer.alloc(3_000_000, 'a'), eicar, Buffer.alloc(1000)]);
  expect(await scanner.scan(large)).toBe('infected');
});

test.each([
  ['does not answer', 'silent'],
  ['answers before it has the file', 'early'],
  ['finds no virus whatever it is sent, as without signatures', 'blind'],
  ['says that it could not', 'babbling'],
  ['says too much', 'chatty'],
  ['breaks off', 'broken'],
] as const)('of a scanner that %s nothing is believed', async (_, manner) => {
  const scanner = clamdScanner(await clamd(manner), log, { timeoutMs: 300 });
  expect(await scanner.scan(Buffer.from('tệp nào đó dài hơn hai mươi byte'))).toBe('unscanned');
});

test('without a scanner at its address nothing is called clean', async () => {
  expect(await clamdScanner('127.0.0.1:1', log).scan(Buffer.from('a'))).toBe('unscanned');
  expect(await clamdScanner('/khong/co/clamd.sock', log).scan(Buffer.from('a'))).toBe('unscanned');
});

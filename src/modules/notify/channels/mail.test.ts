import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { keysFrom } from '#/platform/crypto/index.ts';
import { newId } from '#/values/id.ts';
import { readReturnPath, returnPathOf } from '../deliver/return-path.ts';
import { readReport } from '../programs/bounce.ts';
import { compose } from '../write/compose.ts';
import type { Channel, Parcel } from './channel.ts';
import { mailChannel } from './mail.ts';

const keys = keysFrom(Buffer.alloc(32, 1));
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dkim = {
  domain: 'dvc.example.vn',
  selector: 's1',
  key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
};

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

interface Got {
  readonly from: string;
  readonly raw: string;
}

/** A mail server that behaves by the local part of who is written to. */
async function peer(): Promise<{ port: number; got: Got[] }> {
  const got: Got[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      password === 'right' ? done(null, { user: username }) : done(new Error('no')),
    onRcptTo({ address }, _session, done) {
      const refuse = (message: string, responseCode: number) =>
        done(Object.assign(new Error(message), { responseCode }));
      if (address.startsWith('nobody')) return refuse('5.1.1 No such mailbox', 550);
      if (address.startsWith('full')) return refuse('4.2.2 Mailbox full', 452);
      return done();
    },
    onData(stream, session, done) {
      const [{ address } = { address: '' }] = session.envelope.rcptTo;
      let raw = '';
      stream.on('data', (part: Buffer) => (raw += part.toString()));
      stream.on('end', () => {
        got.push({ from: (session.envelope.mailFrom || { address: '' }).address, raw });
        if (address.startsWith('hang')) return;
        if (address.startsWith('drop'))
          return server.connections.forEach((one) => one._socket.destroy());
        done();
      });
    },
  } as ConstructorParameters<typeof SMTPServer>[0]) as SMTPServer & {
    connections: Set<{ _socket: { destroy(): void } }>;
  };
  server.on('error', () => undefined);
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  open.push({ close: () => new Promise<void>((down) => server.close(() => down())) });
  return { port: (server.server.address() as AddressInfo).port, got };
}

function channelTo(port: number, password = 'right'): Channel {
  const channel = mailChannel(
    {
      host: '127.0.0.1',
      port,
      security: 'none',
      user: 'cqs',
      password,
      from: 'Phường Ninh Kiều <khong-tra-loi@dvc.example.vn>',
      dkim,
      timeoutMs: 700,
    },
    (id) => returnPathOf(keys, id, 'tra-lai.example.vn'),
  );
  open.unshift(channel);
  return channel;
}

function parcelTo(to: string, more: Partial<Parcel> = {}): Parcel {
  const content = { vi: { subject: 'Mời ((name))', body: 'Xem https://a.example/x\n\n((name))' } };
  const values = { name: 'Bình\r\nBcc: all@example.vn <script>' };
  return {
    id: newId(),
    to,
    composed: compose('mail', content, { values, lang: 'vi', letters: 'full' }),
    lang: 'vi',
    link: undefined,
    unsubscribe: 'https://dvc.example.vn/bao-tin/thoi-nhan/x',
    ...more,
  };
}

test('a mail arrives signed by DKIM, with a return address of its own and one click to stop it', async () => {
  const { port, got } = await peer();
  const parcel = parcelTo('binh@example.vn');
  expect(await channelTo(port).send(parcel)).toMatchObject({ kind: 'sent' });
  const { raw, from } = got[0]!;
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  expect(readReturnPath(keys, from)).toBe(parcel.id);
  expect(head).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256;.* d=dvc\.example\.vn;/m);
  expect(head).toContain(`Message-ID: <${parcel.id}@dvc.example.vn>`);
  expect(head).toContain('List-Unsubscribe: <https://dvc.example.vn/bao-tin/thoi-nhan/x>');
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(head).not.toMatch(/^Bcc:/im);
  expect(raw.slice(raw.indexOf('text/html'))).not.toContain('<script>');
});

test.each([
  ['nobody@example.vn', { kind: 'refused', code: '550 5.1.1', isAddressDead: true }],
  ['full@example.vn', { kind: 'later', code: '452 4.2.2' }],
  ['hang@example.vn', { kind: 'unknown' }],
  ['drop@example.vn', { kind: 'unknown' }],
])('what the server does with %s is told as it is', async (to, outcome) => {
  const { port, got } = await peer();
  expect(await channelTo(port).send(parcelTo(to))).toMatchObject(outcome);
  expect(got.length).toBeLessThanOrEqual(1);
});

test('a server that is away, or does not take our password, may be asked again', async () => {
  const { port } = await peer();
  expect(await channelTo(1).send(parcelTo('a@example.vn'))).toMatchObject({
    kind: 'later',
    isAway: true,
  });
  expect(await channelTo(port, 'wrong').send(parcelTo('a@example.vn'))).toMatchObject({
    kind: 'later',
    isAway: true,
  });
});

test('a report of a bounce is understood; a return address that somebody made up is not', () => {
  const report = 'Content-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n';
  expect(readReport(report)).toEqual({ code: '5.1.1', isAddressDead: true });
  expect(readReport('Action: delayed\r\nStatus: 4.4.1\r\n')).toBeUndefined();
  expect(readReport('I am on holiday')).toBeUndefined();
  const path = returnPathOf(keys, newId(), 'x.example');
  expect(readReturnPath(keys, path.replace(/\.[0-9a-f]{4}/, '.0000'))).toBeUndefined();
});

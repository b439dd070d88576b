import type { AddressInfo } from 'node:net';
import { createServer, type Pdu, type Session } from 'smpp';

/** What a message centre does with a message to a number. */
export type Deed = 'take' | 'throttle' | 'refuse' | 'silence' | 'drop';

/** A message centre (SMPP 3.4) on this machine. */
export interface MessageCentre {
  readonly port: number;
  readonly got: Pdu[];
  /** Tells every bound session that a message arrived, or a text of somebody. */
  deliver(options: Readonly<Record<string, unknown>>): void;
  close(): Promise<void>;
}

export async function messageCentre(deedOf: (pdu: Pdu, n: number) => Deed): Promise<MessageCentre> {
  const got: Pdu[] = [];
  const sessions = new Set<Session>();
  const server = createServer((session) => {
    session.on('error', () => undefined);
    session.on('close', () => sessions.delete(session));
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('bind_transceiver', (pdu: Pdu) => {
      const isRight = pdu.password === 'right';
      if (isRight) sessions.add(session);
      // ESME_RINVPASWD, ESME_RTHROTTLED and ESME_RINVDSTADR below (5.1.3).
      session.send(pdu.response({ command_status: isRight ? 0 : 0x0e }));
    });
    session.on('submit_sm', (pdu: Pdu) => {
      const deed = deedOf(pdu, got.length + 1);
      got.push(pdu);
      if (deed === 'drop') return session.destroy();
      if (deed === 'silence') return undefined;
      const status = { take: 0, throttle: 0x58, refuse: 0x0b }[deed];
      return session.send(pdu.response({ command_status: status, message_id: `m${got.length}` }));
    });
  });
  await new Promise<void>((up) => void server.listen(0, '127.0.0.1', () => up()));
  return {
    port: (server.address() as AddressInfo).port,
    got,
    deliver: (options) => sessions.forEach((session) => session.deliver_sm(options)),
    async close() {
      for (const session of sessions) session.destroy();
      await new Promise((down) => server.close(down));
    },
  };
}

import type { Pdu, Session } from 'smpp';
import type { SmppSettings } from '#/platform/config/index.ts';

/** A bound session. */
export interface SmppLink {
  isOpen(): boolean;
  /** The answer; `silence` when none came in time or the wire broke, `not-sent` when it was not written at all. */
  submit(pdu: object): Promise<Pdu | 'silence' | 'not-sent'>;
  close(): Promise<void>;
}

/** How often an idle link is asked whether it lives (enquire_link, SMPP 3.4, 4.11). */
const aliveMs = 30_000;

/** Connects and binds as a transceiver. @throws Error when the network does not take us. */
export async function openSmppLink(
  { host, port, isTls, systemId, password, timeoutMs }: SmppSettings,
  deliver: (pdu: Pdu) => void,
): Promise<SmppLink> {
  const { connect } = await import('smpp');
  const waiting = new Set<() => void>();
  let isOpen = false;
  let alive: NodeJS.Timeout | undefined;

  const session = await new Promise<Session>((bound, fail) => {
    const found = connect({ host, port, tls: isTls }, () => {
      found.bind_transceiver({ system_id: systemId, password }, ({ command_status }) => {
        clearTimeout(timer);
        if (command_status === 0) return bound(found);
        found.destroy();
        fail(new Error(`bind 0x${command_status.toString(16)}`));
      });
    });
    const timer = setTimeout(() => {
      found.destroy();
      fail(new Error('bind timeout'));
    }, timeoutMs);
    found.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      found.destroy();
      fail(new Error(error.code ?? 'connection'));
    });
    found.on('close', () => {
      clearTimeout(timer);
      fail(new Error('closed'));
      end();
    });
  });
  isOpen = true;
  alive = setInterval(ask, aliveMs);
  alive.unref();
  session.on('deliver_sm', (pdu: Pdu) => {
    session.send(pdu.response());
    deliver(pdu);
  });
  session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu: Pdu) => {
    session.send(pdu.response());
    session.close();
  });

  /** A link that does not answer is none. */
  function ask(): void {
    const timer = setTimeout(() => session.destroy(), timeoutMs);
    timer.unref();
    session.enquire_link(() => clearTimeout(timer));
  }

  function end(): void {
    isOpen = false;
    clearInterval(alive);
    for (const give of waiting) give();
    waiting.clear();
  }

  function submit(pdu: object): Promise<Pdu | 'silence' | 'not-sent'> {
    return new Promise((resolve) => {
      const finish = (answer: Pdu | 'silence' | 'not-sent') => {
        clearTimeout(timer);
        waiting.delete(broken);
        resolve(answer);
      };
      const broken = () => finish('silence');
      const timer = setTimeout(broken, timeoutMs);
      waiting.add(broken);
      if (!isOpen || !session.submit_sm({ ...pdu }, finish)) finish('not-sent');
    });
  }

  return {
    isOpen: () => isOpen,
    submit,
    close: () =>
      new Promise((closed) => {
        if (!isOpen) return closed();
        session.unbind();
        session.close(() => closed());
        setTimeout(() => session.destroy(), 500).unref();
      }),
  };
}

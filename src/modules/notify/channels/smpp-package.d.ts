// The package has no types. What we use of it (SMPP 3.4).
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer } from 'node:net';

  export interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly message_id?: string;
    readonly receipted_message_id?: string;
    readonly message_state?: number;
    readonly esm_class?: number;
    readonly source_addr?: string;
    readonly destination_addr?: string;
    readonly data_coding?: number;
    readonly short_message?: {
      readonly message: string | Buffer;
      readonly udh?: readonly Buffer[];
    };
    readonly system_id?: string;
    readonly password?: string;
    response(options?: Readonly<Record<string, unknown>>): Pdu;
  }

  type Answered = (pdu: Pdu) => void;

  export interface Session extends EventEmitter {
    send(pdu: Pdu): boolean;
    bind_transceiver(options: Readonly<Record<string, unknown>>, answered: Answered): boolean;
    submit_sm(options: Readonly<Record<string, unknown>>, answered: Answered): boolean;
    deliver_sm(options: Readonly<Record<string, unknown>>, answered?: Answered): boolean;
    enquire_link(answered?: Answered): boolean;
    unbind(answered?: Answered): boolean;
    close(closed?: () => void): void;
    destroy(closed?: () => void): void;
  }

  export function connect(
    options: { readonly host: string; readonly port: number; readonly tls: boolean },
    connected: () => void,
  ): Session;
  export function createServer(taken: (session: Session) => void): NetServer;
}

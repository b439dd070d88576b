import type { Lang } from '#/values/text.ts';
import type { ChannelName } from '../write/template.ts';
import type { Composed } from '../write/compose.ts';

/** One message for one address. */
export interface Parcel {
  /** Ours: the provider may use it to know a parcel again. */
  readonly id: string;
  readonly to: string;
  readonly composed: Composed;
  readonly lang: Lang;
  /** Page of this site, whole address. */
  readonly link: string | undefined;
  /** Where one click ends such mail (RFC 8058); undefined for what nobody can switch off. */
  readonly unsubscribe: string | undefined;
}

/**
 * What came of handing over. `refused`: for good; `later`: it did not go out and may be tried again; `unknown`: the
 * wire broke after the message was on it.
 */
export type Outcome =
  | { readonly kind: 'sent'; readonly ref: string | null }
  | { readonly kind: 'refused'; readonly code: string; readonly isAddressDead?: boolean }
  | {
      readonly kind: 'later';
      readonly code: string;
      readonly afterMs?: number | undefined;
      /** The provider itself is away: others would fail as well. */
      readonly isAway?: boolean;
    }
  | { readonly kind: 'unknown'; readonly code: string };

/** What a provider tells later. */
export interface Report {
  readonly channel: ChannelName;
  /** What the provider calls the message. */
  readonly ref: string;
  readonly state: 'delivered' | 'failed';
  readonly code: string;
  readonly isAddressDead?: boolean;
}

/** A way out of the house. `send` throws nothing that a provider can cause. */
export interface Channel {
  readonly name: ChannelName;
  send(parcel: Parcel): Promise<Outcome>;
  close(): Promise<void>;
}

/** The channels that this installation has. */
export type Channels = ReadonlyMap<ChannelName, Channel>;

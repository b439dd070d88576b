import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Text } from '#/values/text.ts';

/** Who wants to act, by which mandate. */
export interface WishToAct {
  readonly accountId: string;
  readonly mandateId: string;
  readonly at: Date;
}

/** What modules further down tell the provider about acting for others. */
export interface Ports {
  /** The person whom a mandate lets the account act for now; undefined when it lets it act for nobody. */
  readonly principalOf: (tx: Tx, wish: WishToAct) => Promise<string | undefined>;
  /** Tells the principal that who acts for them let an application do so too. */
  tellPrincipal(tx: Tx, actor: Actor, application: Text): Promise<void>;
}

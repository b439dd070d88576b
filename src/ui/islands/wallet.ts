import { make } from './wallet-draw.ts';
import { listWallet } from './wallet-list.ts';
import { showFromWallet } from './wallet-show.ts';
import { siteOf, type Site } from './wallet-site.ts';
import { openStore, type WalletStore } from './wallet-store.ts';
import { takeIntoWallet } from './wallet-taking.ts';
import type { WalletWords } from './wallet-words.ts';

/** What a part of the wallet has to work with. */
export interface WalletPage {
  readonly element: HTMLElement;
  readonly store: WalletStore;
  readonly site: Site;
  readonly words: WalletWords;
  readonly props: Readonly<Record<string, unknown>>;
}

interface Given {
  readonly part: string;
  readonly wallet: string;
  readonly site: string;
  readonly words: WalletWords;
}

const parts: Readonly<Record<string, (page: WalletPage) => Promise<void>>> = {
  list: listWallet,
  take: takeIntoWallet,
  show: showFromWallet,
};

/**
 * The wallet of an account in this browser: keys are made here and never leave it (Web Cryptography API). Where the
 * browser lets the page keep nothing, the words for those without a wallet stay.
 */
export default function start(element: HTMLElement, props: Record<string, unknown>): void {
  const { part, wallet, site, words } = props as unknown as Given;
  void (async () => {
    if (!('indexedDB' in window && 'replaceChildren' in element && 'subtle' in crypto)) return;
    const store = await openStore(wallet);
    document.querySelector('[data-without-wallet]')?.remove();
    element.hidden = false;
    await parts[part]!({ element, store, site: siteOf(site), words, props });
  })().catch(() => {
    element.replaceChildren(make('p', { class: 'message', role: 'alert' }, words['broken'] ?? ''));
  });
}

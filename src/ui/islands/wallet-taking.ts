import { makeLock } from './wallet-backup.ts';
import { box, button, make } from './wallet-draw.ts';
import { leastPassphrase } from './wallet-list.ts';
import { take, type Offer } from './wallet-take.ts';
import type { WalletPage } from './wallet.ts';

/** Takes the offer of the page into this browser by the protocol that every wallet speaks. */
export async function takeIntoWallet(page: WalletPage): Promise<void> {
  const { element, store, site, words, props } = page;
  const { offer, code } = props as unknown as { offer: Offer; code: string };
  const lock = await store.findLock();
  const told = make('p', { class: 'message', role: 'alert', hidden: true });
  const tell = (text: string) => {
    told.textContent = text;
    told.hidden = false;
  };
  const phrase = box('mat-khau', 'password', {
    label: words['passphraseNew']!,
    hint: words['passphraseNewHint'],
  });
  const run = async () => {
    const typed = phrase.input.value;
    if (!lock && typed !== '' && typed.length < leastPassphrase)
      return tell(words['passphraseShort']!);
    try {
      const now = Date.now();
      const used = lock ?? (typed === '' ? undefined : await makeLock(typed));
      await store.keep(await take(offer, code, used, { fetch: site.fetch, now }));
      if (used && !lock) await store.setLock(used);
      location.assign('/toi/giay-to-so');
    } catch {
      tell(words['notTaken']!);
    }
  };
  element.replaceChildren(
    make('h2', {}, words['takeHere']!),
    make('p', {}, words['takeHereSays']!),
    told,
    lock ? '' : phrase.whole,
    button(words['takeNow']!, run),
  );
}

import { makeLock } from './wallet-backup.ts';
import { readCredential, type Held } from './wallet-credential.ts';
import { box, button, fold, make, summary } from './wallet-draw.ts';
import { backupOf, restore } from './wallet-file.ts';
import type { ShownOnce } from './wallet-store.ts';
import { fill, moment, namesOf, written } from './wallet-words.ts';
import type { WalletPage } from './wallet.ts';

/** NIST SP 800-63B wants eight characters; who has the file may try as often as they like, so more. */
export const leastPassphrase = 12;

/** All that the wallet holds, to whom it was shown, and its backup. */
export async function listWallet(page: WalletPage): Promise<void> {
  const { element, store, words } = page;
  const held = latestFirst(await store.listHeld(), ({ takenAt }) => takenAt);
  const shown = latestFirst(await store.listShown(), ({ at }) => at);
  const cards = await Promise.all(held.map((one) => card(page, one)));
  const rows = await Promise.all(shown.map((one) => shownRow(page, one)));
  const whole = make(
    'div',
    {},
    make('h2', {}, words['wallet']!),
    held.length === 0 ? make('p', {}, words['empty']!) : make('div', { class: 'cards' }, ...cards),
    held.length > 0 && make('p', {}, showLink(words)),
    shown.length > 0 && fold(words['history']!, make('ul', {}, ...rows)),
    await backupFold(page, held),
  );
  element.replaceChildren(whole);
}

function showLink(words: WalletPage['words']): HTMLElement {
  return make('a', { class: 'button', href: '/toi/giay-to-so/cho-xem' }, words['show']!);
}

function latestFirst<T>(list: readonly T[], at: (one: T) => number): T[] {
  // `toSorted` is younger than the oldest browsers that we serve.
  // oxlint-disable-next-line unicorn/no-array-sort
  return [...list].sort((a, b) => at(b) - at(a));
}

async function card(page: WalletPage, held: Held): Promise<HTMLElement> {
  const { store, words } = page;
  const { type, claims } = readCredential(held.credential);
  const names = await namesOf(type, page.site);
  const facts = claims.map(({ name, value }) => [names.label(name), written(value)] as const);
  const drop = async () => {
    // oxlint-disable-next-line no-alert -- a question of the browser needs no page of its own
    if (!window.confirm(words['dropSure'])) return;
    await store.drop(held.id);
    await listWallet(page);
  };
  return make(
    'section',
    { class: 'card' },
    make('h3', {}, names.name),
    make('p', {}, fill(words['takenAt']!, { at: moment(held.takenAt, words['hour']!) })),
    !held.sealed && make('p', { class: 'hint' }, words['notInBackup']!),
    fold(words['says']!, summary(facts)),
    button(words['drop']!, drop, 'secondary'),
  );
}

async function shownRow({ words, site }: WalletPage, once: ShownOnce): Promise<HTMLElement> {
  const names = await namesOf(once.type, site);
  const facts = {
    at: moment(once.at, words['hour']!),
    asker: once.asker,
    purpose: once.purpose,
    name: names.name,
    claims: once.names.map((name) => names.label(name)).join(', '),
  };
  return make('li', {}, fill(words['shownOnce']!, facts));
}

async function backupFold(page: WalletPage, held: readonly Held[]): Promise<HTMLElement> {
  const { store, words } = page;
  const lock = await store.findLock();
  const told = make('p', { class: 'message', role: 'alert', hidden: true });
  const tell = (text: string) => {
    told.textContent = text;
    told.hidden = false;
  };
  const first = box('sao-luu-mat-khau', 'password', {
    label: words['passphrase']!,
    hint: words['passphraseHint'],
  });
  const set = async () => {
    if (first.input.value.length < leastPassphrase) return tell(words['passphraseShort']!);
    await store.setLock(await makeLock(first.input.value));
    await listWallet(page);
  };
  const save = async () => download(await backupOf(store, lock!));
  const file = box('khoi-phuc-tep', 'file', { label: words['file']! });
  const typed = box('khoi-phuc-mat-khau', 'password', { label: words['filePassphrase']! });
  const bring = async () => {
    const chosen = file.input.files?.[0];
    if (!chosen) return tell(words['noFile']!);
    try {
      const count = await restore(store, await textOf(chosen), typed.input.value);
      await listWallet(page);
      const note = fill(words['restored']!, { count: String(count) });
      page.element.prepend(make('p', { class: 'inset', role: 'status' }, note));
    } catch {
      tell(words['notRestored']!);
    }
  };
  const makes = lock
    ? [
        make('p', {}, words['backupSays']!),
        held.some(({ sealed }) => sealed) && button(words['save']!, save, 'secondary'),
      ]
    : [make('p', {}, words['noBackup']!), first.whole, button(words['set']!, set, 'secondary')];
  return fold(
    words['backup']!,
    told,
    ...makes,
    make('h3', {}, words['restoreTitle']!),
    file.whole,
    typed.whole,
    button(words['restore']!, bring, 'secondary'),
  );
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  make('a', { href: address, download: 'vi-giay-to-so.json' }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `Blob.text` is younger than the oldest browsers that we serve. */
function textOf(file: Blob): Promise<string> {
  return new Response(file).text();
}

import {
  answer,
  decline,
  fitting,
  readAsked,
  type Asked,
  type AskedCredential,
  type AskerKey,
} from './wallet-asked.ts';
import { readCredential, type Held } from './wallet-credential.ts';
import { box, button, make, summary } from './wallet-draw.ts';
import type { Site } from './wallet-site.ts';
import { fill, moment, namesOf, written } from './wallet-words.ts';
import type { WalletPage } from './wallet.ts';

/** Consent: who asks, what for and for what, with what would be seen; then the answer. */
export async function showFromWallet(page: WalletPage): Promise<void> {
  const asked = new URLSearchParams(location.search);
  if (!asked.has('request_uri')) return askForLink(page);
  await consent(page, asked);
}

function askForLink(page: WalletPage): void {
  const { element, words } = page;
  const link = box('lien-ket', 'text', { label: words['link']!, hint: words['linkHint'] });
  const told = make('p', { class: 'message', role: 'alert', hidden: true }, words['badLink']!);
  const go = async () => {
    const query = new URLSearchParams(link.input.value.trim().split('?')[1] ?? '');
    told.hidden = query.has('request_uri') && query.has('client_id');
    if (told.hidden) await consent(page, query);
  };
  element.replaceChildren(told, link.whole, button(words['open']!, go));
}

async function consent(page: WalletPage, link: URLSearchParams): Promise<void> {
  const { element, store, site, words } = page;
  const end = (text: string) =>
    element.replaceChildren(make('p', { class: 'inset', role: 'status' }, text));
  let asked: Asked;
  try {
    const signed = await fetchOnce(link.get('request_uri')!, site);
    asked = await readAsked(signed, link.get('client_id') ?? '', keyOfSite(site), Date.now());
  } catch {
    return end(words['badRequest']!);
  }
  const held = await store.listHeld();
  const choices = await Promise.all(
    asked.credentials.map((one) => choose(page, one, fitting(one, held, Date.now()))),
  );
  const agree = async () => {
    const shown = choices.map((choice) => choice.picked()).filter((one) => one !== undefined);
    try {
      await answer(asked, shown, { fetch: site.fetch, now: Date.now() });
    } catch {
      return end(words['notSent']!);
    }
    for (const { held: one, names } of shown) {
      const { type } = readCredential(one.credential);
      const { asker = '', purpose = '' } = asked;
      await store.note({ at: Date.now(), asker, purpose, type, names });
    }
    end(words['sent']!);
  };
  const refuse = async () => {
    await decline(asked, site.fetch).catch(() => undefined);
    end(words['declined']!);
  };
  const missing = choices.some(({ isMissing }) => isMissing);
  element.replaceChildren(
    make('h2', {}, words['who']!),
    summary([
      [words['asker']!, asked.asker ?? words['unsaid']!],
      [words['purpose']!, asked.purpose ?? words['unsaid']!],
      [words['site']!, new URL(asked.answerTo).host],
    ]),
    make('p', { class: 'hint' }, words['unchecked']!),
    ...choices.map(({ drawn }) => drawn),
    make(
      'div',
      { class: 'button-row' },
      missing ? '' : button(words['agree']!, agree),
      button(words['refuse']!, refuse, 'secondary'),
    ),
  );
}

interface Choice {
  readonly drawn: HTMLElement;
  readonly isMissing: boolean;
  picked(): { id: string; held: Held; names: string[] } | undefined;
}

/** Which of several alike, and which of its claims: all that are asked for are ticked, others cannot be. */
async function choose(
  { words, site }: WalletPage,
  asked: AskedCredential,
  fit: readonly Held[],
): Promise<Choice> {
  const names = await namesOf(asked.types[0] ?? '', site);
  if (fit.length === 0) {
    const text = fill(words['missing']!, { name: names.name });
    const drawn = make('p', { class: 'message', role: 'alert' }, text);
    return { drawn, isMissing: true, picked: () => undefined };
  }
  let held = fit[0]!;
  const ticks = make('div', { class: 'choices' });
  const draw = () => {
    const { claims } = readCredential(held.credential);
    ticks.replaceChildren(
      ...asked.names.map((name) => {
        const id = `cho-xem-${asked.id}-${name}`;
        const value = written(claims.find((one) => one.name === name)?.value);
        return make(
          'div',
          { class: 'choice' },
          make('input', { type: 'checkbox', id, value: name, checked: true }),
          make('label', { for: id }, `${names.label(name)}: `, make('strong', {}, value)),
        );
      }),
    );
  };
  draw();
  const which = make('select', { id: `ban-${asked.id}`, class: 'select' });
  for (const one of fit)
    which.append(make('option', { value: one.id }, moment(one.takenAt, words['hour']!)));
  which.addEventListener('change', () => {
    held = fit.find(({ id }) => id === which.value) ?? held;
    draw();
  });
  const drawn = make(
    'fieldset',
    { class: 'ask' },
    make('legend', { class: 'label' }, fill(words['willSee']!, { name: names.name })),
    fit.length > 1 && make('label', { class: 'label', for: which.id }, words['which']!),
    fit.length > 1 && which,
    ticks,
  );
  return {
    drawn,
    isMissing: false,
    picked: () => ({
      id: asked.id,
      held,
      names: Array.from(
        ticks.querySelectorAll('input:checked'),
        (tick) => (tick as HTMLInputElement).value,
      ),
    }),
  };
}

/** A question is handed out once; a page that is loaded again still has it. */
async function fetchOnce(address: string, site: Site): Promise<string> {
  const known = sessionStorage.getItem(address);
  if (known !== null) return known;
  const response = await site.fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  const signed = await response.text();
  sessionStorage.setItem(address, signed);
  return signed;
}

/** This wallet reaches its own site only, so it answers what was asked there (`did:web`). */
function keyOfSite(site: Site): AskerKey {
  return async (clientId, header) => {
    const did = `did:web:${encodeURIComponent(new URL(site.url).host)}`;
    if (clientId !== `decentralized_identifier:${did}`) throw new Error('asked elsewhere');
    const response = await site.fetch('/.well-known/did.json');
    const document = (await response.json()) as {
      verificationMethod: { id: string; publicKeyJwk: JsonWebKey }[];
    };
    const method = document.verificationMethod.find(({ id }) => id === header['kid']);
    if (!method) throw new Error('no such key');
    const { kty, crv, x, y } = method.publicKeyJwk;
    const point = { kty: kty!, crv: crv!, x: x!, y: y! };
    const how = { name: 'ECDSA', namedCurve: 'P-256' };
    return crypto.subtle.importKey('jwk', point, how, false, ['verify']);
  };
}

interface Edition {
  readonly version: string;
  readonly assets: readonly string[];
}

/** The server writes before the script which edition it belongs to. */
const { version, assets } = (self as unknown as { edition: Edition }).edition;

const prefix = 'cong-khai-';
const storeName = prefix + version;
const catalogue = '/ngoai-tuyen/dich-vu';
const offline = '/ngoai-tuyen';
const chosen = '/ngoai-tuyen/ngon-ngu';
const dayMs = 86_400_000;

/** Keeps everything that the offline pages are drawn with. */
export async function keepAssets(): Promise<void> {
  const store = await caches.open(storeName);
  await store.addAll(assets.map((url) => new Request(url, { credentials: 'omit' })));
  await keepPage(store, `${offline}?lang=vi`);
}

/** Keeps the public pages in a reader's language; those that are a day old are fetched again. */
export async function keepPublicPages(lang: 'vi' | 'en'): Promise<void> {
  const store = await caches.open(storeName);
  await store.put(chosen, new Response(lang));
  for (const page of [offline, catalogue]) {
    const address = `${page}?lang=${lang}`;
    const known = await store.match(address);
    const age = Date.now() - Date.parse((known && known.headers.get('date')) || '');
    if (!(age < dayMs)) await keepPage(store, address).catch(() => undefined);
  }
}

/** Without cookies: the page as a visitor sees it whom nobody knows. */
async function keepPage(store: Cache, address: string): Promise<void> {
  const page = await fetch(address, { credentials: 'omit' });
  if (page.ok && !page.redirected) await store.put(address, page);
}

/** Empties the stores of editions before this one. */
export async function forgetOldStores(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== storeName) await caches.delete(name);
  }
}

/** An asset that is kept. */
export async function kept(request: Request): Promise<Response | undefined> {
  return (await caches.open(storeName)).match(request.url);
}

/** What stands for a page when there is no network: the catalogue for services, else what can be done now. */
export async function offlinePage(pathname: string): Promise<Response | undefined> {
  const store = await caches.open(storeName);
  const choice = await store.match(chosen);
  const lang = choice ? await choice.text() : 'vi';
  const wanted = /^\/(?:ngoai-tuyen\/)?dich-vu(?:\/[^/]+)?$/.test(pathname) ? catalogue : offline;
  return (
    (await store.match(`${wanted}?lang=${lang}`)) ||
    (await store.match(`${offline}?lang=${lang}`)) ||
    (await store.match(`${offline}?lang=vi`))
  );
}

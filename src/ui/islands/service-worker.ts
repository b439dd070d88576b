// Works between pages and network, as a file of its own at the root of the site. It keeps what everybody may see: style,
// scripts, the page for being offline and the catalogue, fetched without cookies, so that no page of a person is among it.
import { forgetOldStores, keepAssets, keepPublicPages, kept, offlinePage } from './public-store.ts';
import { showMessage, openMessage } from './worker-messages.ts';
import { worker, type Asking } from './worker-scope.ts';

worker.addEventListener('install', (event) => event.waitUntil(keepAssets()));

worker.addEventListener('activate', (event) => {
  event.waitUntil(begin());
});

worker.addEventListener('message', (event) => {
  const { order, lang } = event.data as { order?: string; lang?: string };
  // The new version waits until the person wants it: a page must not change under their hands.
  if (order === 'take-over') event.waitUntil(worker.skipWaiting());
  if (order === 'keep-pages') event.waitUntil(keepPublicPages(lang === 'en' ? 'en' : 'vi'));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin || request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(openPage(event, url));
  else if (url.pathname.startsWith('/tai-nguyen/')) event.respondWith(openAsset(request));
});

worker.addEventListener('push', (event) => event.waitUntil(showMessage(event.data?.json())));

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openMessage(event.notification));
});

async function begin(): Promise<void> {
  await forgetOldStores();
  // Pages come as fast as without a worker: the request goes out while it starts (Chrome 62 and later).
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/** The page from the network; when that is gone, what can be done without it, at the same address. */
async function openPage(event: Asking, { pathname }: URL): Promise<Response> {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (error) {
    const page = await offlinePage(pathname);
    if (page === undefined) throw error;
    return page;
  }
}

async function openAsset(request: Request): Promise<Response> {
  return (await kept(request)) ?? (await fetch(request));
}

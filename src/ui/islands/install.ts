const address = '/phuc-vu.js';

const words =
  document.documentElement.lang === 'en'
    ? { fresh: 'A new version of this site is ready.', take: 'Use it now' }
    : { fresh: 'Trang này có bản mới.', take: 'Dùng bản mới' };

/**
 * Lets the site work without network: registers the service worker, and says when a new version waits. It takes over when
 * the person wants it, or when the last page is closed.
 */
export default async function install(): Promise<void> {
  const { serviceWorker } = navigator;
  const isNew = serviceWorker.controller === null;
  const registration = await serviceWorker.register(address);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && serviceWorker.controller) offer(registration);
    });
  });
  if (registration.waiting && !isNew) offer(registration);
  const { active } = await serviceWorker.ready;
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!connection?.saveData)
    active?.postMessage({ order: 'keep-pages', lang: document.documentElement.lang });
}

function offer(registration: ServiceWorkerRegistration): void {
  if (document.querySelector('.fresh')) return;
  const bar = document.createElement('div');
  bar.className = 'fresh';
  bar.setAttribute('role', 'status');
  const line = document.createElement('p');
  line.textContent = words.fresh;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button--secondary button--small';
  button.textContent = words.take;
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    registration.waiting?.postMessage({ order: 'take-over' });
  });
  bar.append(line, button);
  document.body.append(bar);
}

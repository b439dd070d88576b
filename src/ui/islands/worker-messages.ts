import { worker } from './worker-scope.ts';

interface Message {
  readonly title?: string;
  readonly body?: string;
  readonly link?: string;
  readonly tag?: string;
}

/** Shows a message that came by push, and a mark at the icon of the installed application. */
export async function showMessage(data: unknown): Promise<void> {
  const { title = '', body = '', link = '/hop-thu', tag = '' } = (data ?? {}) as Message;
  if ('setAppBadge' in navigator) await navigator.setAppBadge().catch(() => undefined);
  await worker.registration.showNotification(title, { body, tag, data: link });
}

/** Leads to where the message points, in a window that is open or a new one. Only ever to our own pages. */
export async function openMessage({ data }: Notification): Promise<void> {
  const url = new URL(typeof data === 'string' ? data : '/hop-thu', worker.location.origin);
  if (url.origin !== worker.location.origin) return;
  const [open] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open === undefined) await worker.clients.openWindow(url.href);
  else await open.focus().then(() => open.navigate(url.href));
}

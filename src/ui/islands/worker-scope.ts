/** Something that happens to a service worker and may take a while. */
export interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a page that the worker may answer. */
export interface Asking extends Lasting {
  readonly request: Request;
  readonly preloadResponse?: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}

/** A message of the push service (Push API, 9). */
export interface Pushed extends Lasting {
  readonly data: { json(): unknown } | null;
}

/** A notification that was touched. */
export interface Touched extends Lasting {
  readonly notification: Notification;
}

/** The network is back, and something waits to be sent (Background Synchronization). */
export interface Awaited extends Lasting {
  readonly tag: string;
}

/** A window of ours. */
export interface OwnWindow {
  readonly url: string;
  focus(): Promise<unknown>;
  navigate(url: string): Promise<unknown>;
  postMessage(message: unknown): void;
}

interface Happenings {
  install: Lasting;
  activate: Lasting;
  fetch: Asking;
  message: Lasting & MessageEvent;
  push: Pushed;
  notificationclick: Touched;
  sync: Awaited;
}

/** What of a service worker's global scope we use: TypeScript's own list of it excludes that of pages. */
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly location: Location;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(which: { type: 'window'; includeUncontrolled?: boolean }): Promise<OwnWindow[]>;
    openWindow(url: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<K extends keyof Happenings>(
    name: K,
    listener: (event: Happenings[K]) => void,
  ): void;
}

export const worker = self as unknown as WorkerScope;

// The only script that pages name. It improves pages that work without it, and fetches an island when one is there.
import { careForPage } from './page-care.ts';

type Start = (element: HTMLElement, props: Record<string, unknown>) => void;

const islands: Readonly<Record<string, () => Promise<{ default: Start }>>> = {
  autosave: () => import('./autosave.ts'),
  'card-camera': () => import('./card-camera.ts'),
  'desk-keys': () => import('./desk-keys.ts'),
  'hall-board': () => import('./hall-board.ts'),
  'idle-return': () => import('./idle-return.ts'),
  passkey: () => import('./passkey.ts'),
  'process-drawing': () => import('./process-drawing.ts'),
  'read-aloud': () => import('./read-aloud.ts'),
  wallet: () => import('./wallet.ts'),
};

careForPage();
for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  void start(element.dataset['island'] ?? '', element);
}
if (document.querySelector('[data-refresh], [name="_do"]')) {
  void import('./refresh.ts').then(({ default: refresh }) => refresh());
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-paper]')) {
  void import('./upload.ts').then(({ default: upload }) => upload(form));
}

// Where the browser can (a secure address, Chrome 45 and later): after everything that the page itself needs.
if ('serviceWorker' in navigator) {
  const begin = () => void import('./install.ts').then(({ default: install }) => install());
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin);
}

async function start(name: string, element: HTMLElement): Promise<void> {
  const island = islands[name];
  if (island === undefined) throw new Error(`No island is called ${name}`);
  const { default: begin } = await island();
  begin(element, JSON.parse(element.dataset['props'] ?? '{}') as Record<string, unknown>);
}

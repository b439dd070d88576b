const memory = 'cqs-keys';

/**
 * The desk by keyboard: j and k walk down and up the list, x picks, e opens, and buttons have keys of their own. It can
 * be switched off, because speech input types letters too (WCAG 2.2, 2.1.4).
 */
export default function start(desk: HTMLElement): void {
  const legend = desk.querySelector<HTMLElement>('[data-keys]');
  const toggle = legend?.querySelector('button');
  if (legend) legend.hidden = false;
  show();
  toggle?.addEventListener('click', () => {
    localStorage.setItem(memory, isOn() ? 'off' : 'on');
    show();
  });
  document.addEventListener('keydown', (event) => {
    if (!isOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (press(desk, event.key.toLowerCase())) event.preventDefault();
  });

  function show(): void {
    toggle?.setAttribute('aria-pressed', String(isOn()));
    desk.toggleAttribute('data-keys-off', !isOn());
  }
}

function isOn(): boolean {
  return localStorage.getItem(memory) !== 'off';
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')
  );
}

function press(desk: HTMLElement, key: string): boolean {
  const rows = [...desk.querySelectorAll<HTMLElement>('.cases tbody tr')];
  const at = rows.findIndex((row) => row.dataset['at'] === 'here');
  if (key === 'j') return walk(rows, Math.min(at + 1, rows.length - 1));
  if (key === 'k') return walk(rows, Math.max(at - 1, 0));
  const row = rows[at];
  if (key === 'x' && row) return click(row.querySelector('input[type=checkbox]'));
  if (key === 'e' && row) return click(row.querySelector('a'));
  const keyed = [...desk.querySelectorAll<HTMLElement>('[data-hotkey]')];
  return click(keyed.find((button) => button.dataset['hotkey']?.toLowerCase() === key) ?? null);
}

function walk(rows: readonly HTMLElement[], to: number): boolean {
  const row = rows[to];
  if (!row) return false;
  for (const other of rows) delete other.dataset['at'];
  row.dataset['at'] = 'here';
  row.querySelector<HTMLElement>('a')?.focus();
  row.scrollIntoView({ block: 'nearest' });
  return true;
}

function click(control: HTMLElement | null): boolean {
  control?.click();
  return control !== null;
}

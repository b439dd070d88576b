/**
 * Draws a form anew without leaving the page when a row is added or taken, or an answer on which others depend
 * changes. It sends the same post that the button would send, so the server stays the only judge.
 */
export default function start(): void {
  for (const form of document.forms) {
    if (form.querySelector('[data-refresh]')) form.dataset['live'] = '';
  }
  document.addEventListener('change', ({ target }) => {
    const control = target as HTMLInputElement;
    if (control.form && control.matches('[data-refresh]') && isWhole(control)) {
      void redraw(control.form, 'refresh');
    }
  });
  document.addEventListener('submit', (event) => {
    // Chrome before 81 and Safari before 15.4 do not say which button it was; the one that was pressed has the focus.
    const button = (event.submitter ?? document.activeElement) as HTMLButtonElement | null;
    const form = event.target as HTMLFormElement;
    if (button?.name !== '_do' || form.enctype !== 'application/x-www-form-urlencoded') return;
    event.preventDefault();
    redraw(form, button.value).catch(() => sendPlainly(form, button));
  });
}

/** A day is whole only with its year: drawing anew between its boxes would only disturb. */
function isWhole(control: HTMLInputElement): boolean {
  return !/\.(?:day|month)$/.test(control.name);
}

async function redraw(form: HTMLFormElement, deed: string): Promise<void> {
  const before = statesOf(form);
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') sent.append(name, value);
  sent.set('_do', deed);
  form.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(form.action, { method: 'POST', body: sent });
    if (response.redirected) return location.assign(response.url);
    if (!response.ok && response.status !== 422) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.forms[[...document.forms].indexOf(form)];
    if (fresh === undefined) throw new Error('no form');
    replace(form, fresh, before, deed);
  } finally {
    form.removeAttribute('aria-busy');
  }
}

/** What was typed while waiting is carried over. */
function replace(
  form: HTMLFormElement,
  fresh: HTMLFormElement,
  before: Map<string, string>,
  deed: string,
): void {
  const later = [...statesOf(form)].filter(([id, state]) => before.get(id) !== state);
  const place = document.activeElement?.id ?? '';
  while (form.firstChild) form.removeChild(form.firstChild);
  form.append(...fresh.childNodes);
  for (const [id, state] of later) {
    const control = document.getElementById(id) as HTMLInputElement | null;
    if (control?.type === 'checkbox' || control?.type === 'radio')
      control.checked = state === 'true';
    else if (control) control.value = state;
  }
  focusAfter(form, deed, place);
}

function focusAfter(form: HTMLFormElement, deed: string, place: string): void {
  const [verb, table = ''] = deed.split(':');
  const last = form.querySelector<HTMLElement>(
    `[id="${table}"] .row:last-of-type input:not([type=hidden])`,
  );
  const add = form.querySelector<HTMLElement>(`[value="add:${table.replace(/\.\d+$/, '')}"]`);
  const same = place === '' ? null : document.getElementById(place);
  (verb === 'add' ? last : verb === 'remove' ? add : same)?.focus();
}

/** The state of every control by its id. */
function statesOf(form: HTMLFormElement): Map<string, string> {
  const states = new Map<string, string>();
  for (const control of form.elements as Iterable<HTMLInputElement>) {
    const isTick = control.type === 'checkbox' || control.type === 'radio';
    if (control.id) states.set(control.id, isTick ? String(control.checked) : control.value);
  }
  return states;
}

function sendPlainly(form: HTMLFormElement, button: HTMLButtonElement): void {
  const deed = document.createElement('input');
  deed.type = 'hidden';
  deed.name = '_do';
  deed.value = button.value;
  form.append(deed);
  form.submit();
}

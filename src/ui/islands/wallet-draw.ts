type Child = Node | string | false | undefined;

/** Makes an element. Text stays text: nothing from a credential or an asker becomes markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given: Readonly<Record<string, string | boolean | ((event: Event) => void)>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

export function button(
  words: string,
  press: () => Promise<void> | void,
  look: 'primary' | 'secondary' | 'danger' = 'primary',
): HTMLButtonElement {
  const element = make(
    'button',
    { type: 'button', class: look === 'primary' ? 'button' : `button button--${look}` },
    words,
  );
  element.addEventListener('click', () => {
    element.disabled = true;
    void (async () => press())().finally(() => (element.disabled = false));
  });
  return element;
}

/** A box to type in, with its label and hint. */
export function box(
  id: string,
  kind: 'password' | 'file' | 'text',
  words: { readonly label: string; readonly hint?: string | undefined },
): { readonly whole: HTMLElement; readonly input: HTMLInputElement } {
  const input = make('input', {
    id,
    type: kind,
    class: kind === 'file' ? '' : 'input',
    autocomplete: kind === 'password' ? 'new-password' : 'off',
    ...(words.hint !== undefined && { 'aria-describedby': `${id}-hint` }),
  });
  const whole = make(
    'div',
    { class: 'ask' },
    make('label', { class: 'label', for: id }, words.label),
    words.hint !== undefined && make('p', { class: 'hint', id: `${id}-hint` }, words.hint),
    input,
  );
  return { whole, input };
}

/** Label and value, one below the other. */
export function summary(rows: readonly (readonly [string, string])[]): HTMLElement {
  return make(
    'dl',
    { class: 'facts' },
    ...rows.map(([label, value]) =>
      make('div', { class: 'fact' }, make('dt', {}, label), make('dd', {}, value)),
    ),
  );
}

export function fold(words: string, ...children: readonly Child[]): HTMLDetailsElement {
  return make(
    'details',
    { class: 'details' },
    make('summary', {}, words),
    make('div', { class: 'details-body' }, ...children),
  );
}

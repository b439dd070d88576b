/** Small cares for every page: the error summary is read first, menus close, a form is sent once. */
export function careForPage(): void {
  document.querySelector<HTMLElement>('.summary-wrong')?.focus();
  document.addEventListener('click', ({ target }) => closeFolds(target as Node));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closeFolds(null);
  });
  // At the window: after those at the document that may take the submit over.
  window.addEventListener('submit', sendOnce);
  window.addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset['sent'];
  });
}

/** Closes the menus of the header, except the one that was touched. */
function closeFolds(touched: Node | null): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details.fold[open]')) {
    if (touched !== null && fold.contains(touched)) continue;
    if (fold.contains(document.activeElement)) fold.querySelector('summary')?.focus();
    fold.open = false;
  }
}

/** A double click must not send a form twice. After some seconds it may be tried again: the network may be gone. */
function sendOnce(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.dataset['sent'] !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset['sent'] = '';
  setTimeout(() => delete form.dataset['sent'], 8000);
}

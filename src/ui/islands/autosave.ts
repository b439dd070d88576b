/**
 * Saves the form as it stands some seconds after the last typing, and says so at its foot. Sends JSON, a flat record of
 * posted names, by POST to `url` with the token in `x-csrf-token`.
 */
export default function start(element: HTMLElement, props: Record<string, unknown>): void {
  const form = element as HTMLFormElement;
  const { url, csrf } = props as { url: string; csrf: string };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = textOf(form);

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), 2500);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save();
  });

  async function save(): Promise<void> {
    clearTimeout(timer);
    const body = textOf(form);
    if (body === kept) return;
    tell('saving');
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
        body,
        keepalive: body.length < 60_000,
      });
      if (!response.ok)
        return tell(response.status === 401 || response.status === 403 ? 'expired' : 'failed');
      kept = body;
      tell('saved');
    } catch {
      tell('failed');
    }
  }
}

/** The typed texts as JSON; the last of several values counts, as on the server. */
function textOf(form: HTMLFormElement): string {
  const texts: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && name !== '_csrf') texts[name] = value;
  return JSON.stringify(texts);
}

type State = 'saving' | 'saved' | 'failed' | 'expired';

/** The words stand in the page, in the reader's language. */
function tell(state: State): void {
  const foot = document.querySelector<HTMLElement>('[data-draft-foot]');
  const words = foot?.querySelector('output');
  if (!foot || !words) return;
  const now = new Date();
  const at = `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`;
  words.textContent = (foot.dataset[state] ?? '').replace('{at}', at);
  foot.classList.toggle('draft-foot--failed', state === 'failed' || state === 'expired');
}

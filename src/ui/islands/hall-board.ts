/**
 * Keeps a part of the page up to date: fetches the page anew and takes that part over. Numbers that are called
 * meanwhile are spoken, once somebody has allowed it: browsers let no page speak by itself.
 */
export default function start(element: HTMLElement, props: Record<string, unknown>): void {
  const { seconds } = props as { seconds: number };
  // The board is a part of its island, so that its buttons stay as they are; a list of those who wait is all of it.
  const board = element.id === '' ? element.querySelector<HTMLElement>('[id]') : element;
  if (board === null || location.search.includes('dung')) return;
  const called = new Set(callsIn(board).map(({ key }) => key));
  let isLoud = false;
  const voice = element.querySelector<HTMLElement>('[data-voice]');
  if (voice && 'speechSynthesis' in window) {
    voice.hidden = false;
    voice.addEventListener('click', (event) => {
      event.preventDefault();
      isLoud = true;
      voice.hidden = true;
      callsIn(board).slice(0, 1).forEach(speak);
    });
  }
  setInterval(() => void renew(board), seconds * 1000);

  async function renew(old: HTMLElement): Promise<void> {
    if (document.visibilityState === 'hidden') return;
    const response = await fetch(location.href).catch(() => undefined);
    if (response?.ok !== true) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById(old.id);
    if (fresh === null || fresh.textContent === old.textContent) return;
    old.textContent = '';
    old.append(...fresh.childNodes);
    // The oldest first, as they were called.
    for (const call of callsIn(old).reverse()) {
      if (called.has(call.key)) continue;
      called.add(call.key);
      if (isLoud) speak(call);
    }
  }
}

interface Call {
  readonly key: string;
  readonly words: string;
}

function callsIn(board: HTMLElement): Call[] {
  return [...board.querySelectorAll<HTMLElement>('[data-call]')].map(({ dataset }) => ({
    key: dataset['call'] ?? '',
    words: dataset['say'] ?? '',
  }));
}

function speak({ words }: Call): void {
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN';
  utterance.rate = 0.9;
  window.speechSynthesis.speak(utterance);
}

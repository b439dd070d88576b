/** Reads the main part of the page aloud by the device's own voice; the button shows itself where there is one. */
export default function start(element: HTMLElement): void {
  if (!('speechSynthesis' in window)) return;
  const voice = window.speechSynthesis;
  const words = element.querySelector('span');
  element.hidden = false;
  element.addEventListener('click', () => {
    if (voice.speaking) return voice.cancel();
    for (const sentence of sentencesOf(document.querySelector('main'))) {
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN';
      utterance.addEventListener('end', show);
      utterance.addEventListener('error', show);
      voice.speak(utterance);
    }
    show();
  });
  window.addEventListener('pagehide', () => voice.cancel());

  function show(): void {
    const isReading = voice.speaking || voice.pending;
    element.setAttribute('aria-pressed', String(isReading));
    if (words) words.textContent = element.dataset[isReading ? 'stop' : 'read'] ?? '';
  }
}

/** Short pieces: some browsers fall silent in the middle of long ones. */
function sentencesOf(main: HTMLElement | null): readonly string[] {
  const pieces = main?.innerText.match(/[^.!?…\n]+[.!?…]*/g) ?? [];
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

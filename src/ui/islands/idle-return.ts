/**
 * A device that many people use goes back to its start when nobody touches it, so that the next person finds nothing of
 * the last one. It asks before, and whoever needs more time says so (WCAG 2.2, 2.2.1).
 */
export default function start(element: HTMLElement, props: Record<string, unknown>): void {
  const { home, seconds, warning } = props as { home: string; seconds: number; warning: number };
  const question = element.querySelector<HTMLElement>('[data-idle]');
  let timer: ReturnType<typeof setTimeout> | undefined;

  for (const event of ['pointerdown', 'keydown', 'input'])
    document.addEventListener(event, wait, { passive: true });
  wait();

  function wait(): void {
    clearTimeout(timer);
    if (question) question.hidden = true;
    timer = setTimeout(ask, seconds * 1000);
  }

  function ask(): void {
    if (question) {
      question.hidden = false;
      question.querySelector('button')?.focus();
    }
    timer = setTimeout(() => location.replace(home), warning * 1000);
  }
}

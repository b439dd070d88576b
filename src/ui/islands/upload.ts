import { smallerPhoto } from './smaller-photo.ts';
import { Refused, sendResumably } from './tus.ts';

const words =
  document.documentElement.lang === 'en'
    ? {
        sending: 'Sending',
        refused: 'This file was not taken',
        broken: 'The network is gone. Press the button to try again',
      }
    : {
        sending: 'Đang gửi',
        refused: 'Tệp này không nhận được',
        broken: 'Mất mạng. Bấm nút để gửi lại',
      };

/**
 * A form that uploads files (`data-owner`, `data-paper`): sends them as soon as they are chosen, made smaller where that
 * helps, resumable and with numbers. When it cannot, the form is left to its ordinary post.
 */
export default function start(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) return;
  let isBusy = false;
  input.addEventListener('change', () => void send());
  // On a slow network a photo may be chosen before this script is there.
  void send();
  form.addEventListener('submit', (event) => {
    if (isBusy) event.preventDefault();
  });

  async function send(): Promise<void> {
    const files = [...(input?.files ?? [])];
    if (isBusy || files.length === 0) return;
    isBusy = true;
    try {
      for (const [at, file] of files.entries())
        await sendOne(form, file, `${at + 1}/${files.length}`);
      // Some browsers would choose the same files again after loading anew.
      form.reset();
      location.hash = form.closest('[id]')?.id ?? '';
      location.reload();
    } catch (error) {
      show(form, error instanceof Refused ? words.refused : words.broken);
    }
    isBusy = false;
  }
}

async function sendOne(form: HTMLFormElement, file: File, place: string): Promise<void> {
  const ready = await smallerPhoto(file);
  const target = {
    url: '/tai-len',
    csrf: new URL(form.action).searchParams.get('_csrf') ?? '',
    metadata: {
      owner: form.dataset['owner'] ?? '',
      paper: form.dataset['paper'] ?? '',
      filename: ready.name,
    },
  };
  const bar = show(form, `${words.sending} ${place}: ${file.name}`);
  bar.max = ready.size;
  await sendResumably(ready, target, (sent) => {
    bar.value = sent;
  });
}

/** One line of words and a bar below the form's fields, read out when the words change. */
function show(form: HTMLFormElement, line: string): HTMLProgressElement {
  let status = form.querySelector<HTMLElement>('.progress-line');
  if (!status) {
    status = document.createElement('div');
    status.className = 'progress-line';
    status.append(document.createElement('output'), document.createElement('progress'));
    form.append(status);
  }
  const bar = status.querySelector('progress')!;
  status.querySelector('output')!.textContent = line;
  bar.className = 'progress';
  bar.setAttribute('aria-label', line);
  return bar;
}

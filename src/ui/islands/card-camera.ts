/**
 * Reads the QR code of an identity card by the camera and types the number into a field. The browser's own reader is
 * used where there is one; else one that comes along. Pictures never leave the device, and of the code only the number
 * is taken.
 */
export default function start(element: HTMLElement, props: Record<string, unknown>): void {
  const { field, none } = props as { field: string; none: string };
  const button = element.querySelector('button');
  const output = element.querySelector('output');
  if (navigator.mediaDevices?.getUserMedia === undefined || button === null) return;
  element.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    scan(element)
      .then((number) => {
        const input = document.getElementById(field) as HTMLInputElement;
        if (number === undefined) return tell(none);
        tell('');
        input.value = number;
        return input.form?.requestSubmit();
      })
      .catch(() => tell(none))
      .finally(() => (button.disabled = false));
  });

  function tell(words: string): void {
    if (output) output.textContent = words;
  }
}

const patienceSeconds = 25;

async function scan(element: HTMLElement): Promise<string | undefined> {
  const read = await reader();
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  });
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  element.append(video);
  try {
    await video.play();
    for (const end = Date.now() + patienceSeconds * 1000; Date.now() < end;) {
      const number = numberIn(await read(video));
      if (number !== undefined) return number;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.remove();
  }
}

/** The first of the fields between bars: the personal number of twelve digits. */
function numberIn(codes: readonly string[]): string | undefined {
  for (const code of codes) {
    const [number = ''] = code.split('|', 1);
    if (/^\d{12}$/.test(number)) return number;
  }
  return undefined;
}

type Read = (video: HTMLVideoElement) => Promise<string[]>;

interface Detector {
  detect(video: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

async function reader(): Promise<Read> {
  const known = window as unknown as {
    BarcodeDetector?: (new (options: object) => Detector) & {
      getSupportedFormats(): Promise<string[]>;
    };
  };
  const formats = await known.BarcodeDetector?.getSupportedFormats().catch((): string[] => []);
  if (known.BarcodeDetector && formats?.includes('qr_code') === true) {
    const detector = new known.BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue);
  }
  const { readCodes } = await import('./card-reader.ts');
  return async (video) => readCodes(pictureOf(video));
}

function pictureOf(video: HTMLVideoElement): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext('2d')!;
  context.drawImage(video, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

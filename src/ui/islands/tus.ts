/** Where a file goes, as the server wants to hear it. */
export interface Target {
  readonly url: string;
  readonly csrf: string;
  readonly metadata: Readonly<Record<string, string>>;
}

const smallest = 128 * 1024;
const largest = 4 * 1024 * 1024;

/**
 * Sends a file by the resumable protocol tus 1.0.0, in parts whose size follows the speed of the network. When the
 * network goes, it waits and goes on from where the server stands. Throws when the server refuses the file.
 */
export async function sendResumably(
  file: Blob,
  target: Target,
  onProgress: (sent: number) => void,
): Promise<void> {
  const place = await begin(file, target);
  let offset = 0;
  let part = 2 * smallest;
  while (offset < file.size) {
    const from = performance.now();
    const end = Math.min(offset + part, file.size);
    offset = await attempt(async (isAgain) =>
      isAgain ? askOffset(place, target) : sendPart(place, target, file.slice(offset, end), offset),
    );
    onProgress(offset);
    const took = performance.now() - from;
    if (took < 2000) part = Math.min(part * 2, largest);
    if (took > 10_000) part = Math.max(part / 2, smallest);
  }
}

/** The server said no: trying again would not help. */
export class Refused extends Error {}

async function begin(file: Blob, target: Target): Promise<string> {
  const metadata = Object.entries(target.metadata).map(
    ([name, value]) => `${name} ${base64(value)}`,
  );
  const response = await attempt(() =>
    fetch(target.url, {
      method: 'POST',
      headers: {
        ...common(target),
        'upload-length': String(file.size),
        'upload-metadata': metadata.join(','),
      },
    }),
  );
  const place = response.headers.get('location');
  if (!response.ok || place === null) throw new Refused(String(response.status));
  return new URL(place, location.href).href;
}

/** The new offset. Fails when the connection breaks or the server stands elsewhere (409): then it must be asked. */
async function sendPart(
  place: string,
  target: Target,
  part: Blob,
  offset: number,
): Promise<number> {
  const response = await fetch(place, {
    method: 'PATCH',
    headers: {
      ...common(target),
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    },
    body: part,
  });
  if (response.status === 409) throw new Error('elsewhere');
  return offsetOf(response);
}

async function askOffset(place: string, target: Target): Promise<number> {
  return offsetOf(await fetch(place, { method: 'HEAD', headers: common(target) }));
}

function offsetOf(response: Response): number {
  if (response.status >= 400 && response.status < 500) throw new Refused(String(response.status));
  const offset = response.headers.get('upload-offset');
  if (!response.ok || offset === null) throw new Error(String(response.status));
  return Number(offset);
}

/** Tries for about two minutes. The second and later times are told so: what was sent before may have arrived. */
async function attempt<T>(run: (isAgain: boolean) => Promise<T>): Promise<T> {
  for (let pause = 1000; ; pause *= 2) {
    try {
      return await run(pause > 1000);
    } catch (error) {
      if (error instanceof Refused || pause > 64_000) throw error;
      await new Promise((go) => setTimeout(go, pause));
    }
  }
}

function common({ csrf }: Target): Record<string, string> {
  return { 'tus-resumable': '1.0.0', 'x-csrf-token': csrf };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

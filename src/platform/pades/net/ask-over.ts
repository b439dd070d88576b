/** How long one waits for somebody else, and how much one takes from them. */
export interface Asking {
  readonly limitMs?: number | undefined;
  readonly limitBytes?: number | undefined;
}

interface Question {
  /** Media types of what is sent and of what must come back; without a body it is fetched. */
  readonly type?: string | undefined;
  readonly body?: Buffer | undefined;
  readonly answer?: string | undefined;
}

/** Asks a service of the public key infrastructure over HTTP: no redirects, a limit of time and of size. */
export async function askOver(
  url: string,
  { type, body, answer }: Question,
  { limitMs = 10_000, limitBytes = 4 * 1024 * 1024 }: Asking = {},
): Promise<Buffer> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(limitMs),
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
  const said = response.headers.get('content-type')?.split(';')[0]?.trim();
  if (response.status !== 200 || (answer !== undefined && said !== answer)) {
    await response.body?.cancel();
    throw new Error(`${url} answered ${response.status} ${said ?? ''}`);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > limitBytes) throw new Error(`${url} answered more than ${limitBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

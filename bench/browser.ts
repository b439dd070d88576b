import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
  /** Bytes that came over the wire, headers not counted. */
  readonly bytes: number;
}

/** Somebody at one connection that stays open, with cookies. */
export class Browser {
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #cookies = new Map<string, string>();

  constructor(port: number, session?: string) {
    this.#port = port;
    if (session !== undefined) this.#cookies.set('cqs_session', session);
  }

  get(path: string): Promise<Answer> {
    return this.#send('GET', path);
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    return this.#send('POST', path, new URLSearchParams(fields).toString());
  }

  /** The token that forms of this browser carry. */
  async token(): Promise<string> {
    const { body } = await this.get('/ho-so');
    return /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: 'GET' | 'POST', path: string, body?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sending = request(
        {
          agent: this.#agent,
          host: '127.0.0.1',
          port: this.#port,
          method,
          path,
          headers: {
            host: `127.0.0.1:${this.#port}`,
            'accept-encoding': 'identity',
            cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(body === undefined
              ? {}
              : {
                  'content-type': 'application/x-www-form-urlencoded',
                  'content-length': Buffer.byteLength(body),
                  origin: `http://127.0.0.1:${this.#port}`,
                }),
          },
        },
        (response) => {
          this.#keep(response.headers['set-cookie'] ?? []);
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const whole = Buffer.concat(chunks);
            const { location } = response.headers;
            resolve({
              status: response.statusCode ?? 0,
              location,
              body: whole.toString(),
              bytes: whole.length,
            });
          });
          response.on('error', reject);
        },
      );
      sending.on('error', reject);
      sending.end(body);
    });
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

import { createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSimulatedFault, type SimulatedFault } from './faults.ts';
import { choicePage } from './page.ts';
import { people, type SimulatedPerson } from './people.ts';
import { seal } from './seal.ts';

/** A simulated VNeID that listens. */
export interface Simulator {
  readonly address: string;
  /** Gives a code as if somebody had chosen a person on the page. */
  issue(person: SimulatedPerson, fault?: SimulatedFault): string;
  /** How often codes were asked for. */
  asked(): number;
  close(): Promise<void>;
}

export interface SimulatorSettings {
  readonly host: string;
  readonly port: number;
  /** Of the relying party, PEM: what it seals for. */
  readonly publicKey: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Whether a code is taken again and again, as a careless provider would. */
  readonly takesCodesAgain?: boolean | undefined;
}

interface Issued {
  readonly person: SimulatedPerson;
  readonly fault: SimulatedFault;
}

/** Opens a simulated VNeID: authorize page, token and userinfo endpoints, by the scheme that relying parties met. */
export function openSimulator(settings: SimulatorSettings): Promise<Simulator> {
  const publicKey: KeyObject = createPublicKey(settings.publicKey);
  const codes = new Map<string, Issued>();
  const tokens = new Map<string, Issued>();
  let asked = 0;

  function issue(person: SimulatedPerson, fault: SimulatedFault = 'none'): string {
    // Base64 with a plus inside: it comes back unencoded, and decoding it as a form would break it.
    const code = `${randomBytes(12).toString('base64')}+${randomBytes(9).toString('base64')}/a`;
    codes.set(code, { person, fault });
    return code;
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://simulator');
    void bodyOf(request).then((body) => {
      const route = `${request.method} ${url.pathname}`;
      if (route === 'GET /authorize') return html(response, choicePage(url.searchParams));
      if (route === 'POST /authorize') return choose(response, new URLSearchParams(body));
      if (route === 'POST /token') return token(response, new URLSearchParams(body));
      if (route === 'GET /userinfo') return userinfo(request, response);
      return response.writeHead(404).end();
    });
  });

  function choose(response: ServerResponse, form: URLSearchParams) {
    const person = people.find(({ citizenPid }) => citizenPid === form.get('person'));
    // Nobody is ever led anywhere but back to us.
    if (!person || form.get('redirect_uri') !== settings.redirectUri)
      return response.writeHead(400).end();
    const wanted = form.get('fault');
    const fault = isSimulatedFault(wanted) ? wanted : 'none';
    const state = encodeURIComponent(
      fault === 'wrong-state' ? 'another-state' : (form.get('state') ?? ''),
    );
    const back = `${settings.redirectUri}?state=${state}`;
    if (fault === 'cancelled') return leadTo(response, `${back}&error=access_denied`);
    const code = issue(person, fault);
    if (fault !== 'sealed-code') return leadTo(response, `${back}&code=${code}`);
    const sealed = seal(code, publicKey);
    return leadTo(response, `${back}&code=${sealed.data}&encrypt_key=${sealed.key}`);
  }

  function token(response: ServerResponse, form: URLSearchParams) {
    asked += 1;
    const code = form.get('code') ?? '';
    const issued = codes.get(code);
    const isOurs =
      form.get('client_id') === settings.clientId &&
      form.get('redirect_uri') === settings.redirectUri &&
      form.get('grant_type') === 'authorization_code';
    if (!issued || !isOurs || issued.fault === 'refused') {
      response.writeHead(400, { 'content-type': 'application/json' });
      return response.end(JSON.stringify({ error: 'invalid_grant' }));
    }
    if (settings.takesCodesAgain !== true) codes.delete(code);
    const access = randomBytes(24).toString('base64url');
    tokens.set(access, issued);
    return answer(response, issued.fault, {
      access_token: access,
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'openid',
    });
  }

  function userinfo(request: IncomingMessage, response: ServerResponse) {
    const issued = tokens.get((request.headers.authorization ?? '').replace(/^Bearer /, ''));
    if (!issued) return response.writeHead(401).end();
    return answer(response, issued.fault, claimsOf(issued));
  }

  function answer(response: ServerResponse, fault: SimulatedFault, told: object) {
    if (fault === 'slow') return undefined;
    if (fault === 'down') return response.destroy();
    if (fault === 'broken') return response.writeHead(500).end('Internal Server Error');
    if (fault === 'not-json') return html(response, '<h1>503</h1>');
    const sealed = seal(JSON.stringify(told), publicKey);
    if (fault === 'tampered-key') sealed.key = flipped(sealed.key);
    if (fault === 'tampered-data') sealed.data = flipped(sealed.data);
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify(fault === 'plain' ? told : sealed));
  }

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, () => {
      // A process that ends does not wait for its simulator.
      server.unref();
      const { port } = server.address() as AddressInfo;
      resolve({
        address: `http://${settings.host}:${port}`,
        issue,
        asked: () => asked,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function claimsOf({ person, fault }: Issued): object {
  const { citizenPid, accountLevel, accountType, ...more } = person;
  return {
    ...more,
    ...(fault !== 'no-number' && { citizenPid }),
    accountLevel: fault === 'wrong-level' ? 9 : accountLevel,
    accountType: fault === 'organisation' ? 'ORGANISATION' : accountType,
  };
}

function flipped(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[bytes.length >> 1]! ^= 0x55;
  return bytes.toString('base64');
}

function html(response: ServerResponse, page: string) {
  return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

function leadTo(response: ServerResponse, location: string) {
  return response.writeHead(303, { location }).end();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > 16_384) return '';
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

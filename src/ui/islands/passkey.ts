interface Props {
  readonly kind: 'create' | 'get';
  readonly options: Json;
}

type Json = Record<string, unknown>;

/**
 * Shows the form of a passkey where the browser knows passkeys, and lets the authenticator fill it in (WebAuthn Level 3,
 * 5.1). What the server cannot use is told by the server.
 */
export default function start(element: HTMLElement, props: Record<string, unknown>): void {
  const { kind, options } = props as unknown as Props;
  const form = element.querySelector('form');
  if (form === null || !('PublicKeyCredential' in window)) return;
  element.hidden = false;
  document.querySelector<HTMLElement>('[data-without-passkey]')?.remove();
  const waiting = props['autofill'] === true ? offerInBox() : undefined;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    waiting?.abort();
    void run();
  });

  /** Browsers that can offer passkeys in the box of the account name, without a button (WebAuthn Level 3, 5.1.4). */
  function offerInBox(): AbortController {
    const control = new AbortController();
    void (async () => {
      const canOffer = await PublicKeyCredential.isConditionalMediationAvailable?.();
      if (canOffer !== true || control.signal.aborted) return;
      const asked = { publicKey: request(options), mediation: 'conditional' } as const;
      const credential = await navigator.credentials.get({ ...asked, signal: control.signal });
      send(credential as PublicKeyCredential);
    })().catch(() => undefined);
    return control;
  }

  function send(credential: PublicKeyCredential): void {
    const box = form!.querySelector<HTMLInputElement>('[name=credential]')!;
    box.value = JSON.stringify(jsonOf(credential));
    form!.submit();
  }

  async function run(): Promise<void> {
    const failed = form!.querySelector<HTMLElement>('[role=alert]')!;
    failed.hidden = true;
    try {
      const credential =
        kind === 'create'
          ? await navigator.credentials.create({ publicKey: creation(options) })
          : await navigator.credentials.get({ publicKey: request(options) });
      send(credential as PublicKeyCredential);
    } catch {
      // Refused by the person, or timed out: browsers do not tell which.
      failed.hidden = false;
    }
  }
}

function creation(options: Json): PublicKeyCredentialCreationOptions {
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseCreationOptionsFromJSON(options as never);
  const user = options['user'] as Json;
  return {
    ...decoded(options, 'excludeCredentials'),
    user: { ...user, id: bytesOf(user['id']) },
  } as unknown as PublicKeyCredentialCreationOptions;
}

function request(options: Json): PublicKeyCredentialRequestOptions {
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseRequestOptionsFromJSON(options as never);
  return decoded(options, 'allowCredentials') as unknown as PublicKeyCredentialRequestOptions;
}

/** For browsers before the JSON forms: what is binary there stands as base64url in the JSON. */
function decoded(options: Json, list: string): Json {
  const credentials = (options[list] ?? []) as Json[];
  return {
    ...options,
    challenge: bytesOf(options['challenge']),
    [list]: credentials.map((one) => ({ ...one, id: bytesOf(one['id']) })),
  };
}

function jsonOf(credential: PublicKeyCredential): Json {
  if (typeof credential.toJSON === 'function') return credential.toJSON() as unknown as Json;
  const response: Json = {};
  for (const name of [
    'clientDataJSON',
    'attestationObject',
    'authenticatorData',
    'signature',
    'userHandle',
  ] as const) {
    const value = (credential.response as unknown as Json)[name];
    if (value instanceof ArrayBuffer) response[name] = textOf(value);
  }
  const { id, type } = credential;
  return { id, rawId: textOf(credential.rawId), type, response, clientExtensionResults: {} };
}

function bytesOf(base64url: unknown): Uint8Array {
  const binary = atob(String(base64url).replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function textOf(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

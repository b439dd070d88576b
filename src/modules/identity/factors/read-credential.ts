/** Longer than any answer of an authenticator that attests nothing. */
const mostLetters = 20_000;

/** An answer of a browser, as its JSON forms say (WebAuthn Level 3, 5.1: RegistrationResponseJSON and the like). */
export interface PostedCredential<Response> {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: Response & { readonly clientDataJSON: string };
  readonly clientExtensionResults: object;
}

/** The posted answer and the challenge that it answers; undefined when it cannot be one. */
export function readCredential<Response>(
  posted: string,
): { readonly credential: PostedCredential<Response>; readonly challenge: string } | undefined {
  if (posted.length > mostLetters) return undefined;
  try {
    const credential = JSON.parse(posted) as PostedCredential<Response>;
    const clientData = JSON.parse(textOf(credential.response.clientDataJSON)) as {
      challenge: string;
    };
    if (typeof credential.id !== 'string' || typeof clientData.challenge !== 'string')
      return undefined;
    return { credential, challenge: textOf(clientData.challenge) };
  } catch {
    return undefined;
  }
}

function textOf(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString();
}

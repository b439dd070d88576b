/** An HTTP message as far as signatures look at it. Names of fields are in lower case. */
export interface Message {
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  /** Of a request. */
  readonly method?: string | undefined;
  readonly targetUri?: string | undefined;
  /** Of an answer, with the request that it answers. */
  readonly status?: number | undefined;
  readonly request?: Message | undefined;
}

/** What a request of ours always signs: where it goes, and what it says. */
export const requestComponents = [
  '"@method"',
  '"@target-uri"',
  '"content-type"',
  '"content-digest"',
] as const;

/** What an answer always signs: which request it answers, how, and what it says. */
export const answerComponents = [
  '"@status"',
  '"content-type"',
  '"content-digest"',
  '"signature";req',
] as const;

/**
 * The signature base (RFC 9421, section 2.5). Undefined when a component is not known, is not there, or is named
 * twice: then nothing was proven.
 */
export function signatureBase(
  message: Message,
  components: readonly string[],
  parameters: string,
): string | undefined {
  if (new Set(components).size !== components.length) return undefined;
  const lines: string[] = [];
  for (const component of components) {
    const value = valueOf(message, component);
    if (value === undefined || /[\r\n]/.test(value)) return undefined;
    lines.push(`${component}: ${value}`);
  }
  return [...lines, `"@signature-params": (${components.join(' ')})${parameters}`].join('\n');
}

function valueOf(message: Message, component: string): string | undefined {
  const found = /^"(@?[a-z0-9-]+)"(;req)?$/.exec(component);
  const source = found?.[2] === undefined ? message : message.request;
  if (!found || !source) return undefined;
  const name = found[1]!;
  if (name === '@method') return source.method;
  if (name === '@target-uri') return source.targetUri;
  if (name === '@status') return source.status === undefined ? undefined : String(source.status);
  return name.startsWith('@') ? undefined : source.fields[name]?.trim();
}

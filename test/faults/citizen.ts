import { formsOf } from '../journeys/html-form.ts';

/** Somebody signed in to the running program, who files drafts over the network. */
export interface Citizen {
  /** Sends a draft. Gives the code of the dossier when the program said so, undefined when it said nothing or not now. */
  file(draftId: string): Promise<string | undefined>;
  /** The same when nothing is in the way. @throws Error with what the program said instead of the code. */
  mustFile(draftId: string): Promise<string>;
}

/** Signs in by the button of a demo account. */
export async function citizenOf(address: string, account: string, slug: string): Promise<Citizen> {
  const cookies = new Map<string, string>();
  async function go(path: string, fields?: Readonly<Record<string, string>>): Promise<Response> {
    const response = await fetch(`${address}${path}`, {
      method: fields ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(fields ? { body: new URLSearchParams(fields) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  }
  const token = async (path: string) =>
    formsOf(await (await go(path)).text())
      .map(({ fields }) => fields.get('_csrf'))
      .find((found) => found !== undefined) ?? '';
  await go('/dang-nhap/demo', { _csrf: await token('/dang-nhap'), account });
  const csrf = await token('/ho-so');
  async function send(draftId: string): Promise<{ code?: string; said: string }> {
    const fields = { _csrf: csrf, delivery: 'ONLINE', declared: 'yes' };
    const response = await go(`/nop/${slug}/${draftId}/nop`, fields);
    const said = `${response.status} ${await response.text()}`;
    const code = /^\/ho-so\/([^/]+)\/bien-nhan/.exec(response.headers.get('location') ?? '')?.[1];
    return { said, ...(code === undefined ? {} : { code }) };
  }
  return {
    async file(draftId) {
      try {
        return (await send(draftId)).code;
      } catch {
        return undefined;
      }
    },
    async mustFile(draftId) {
      const { code, said } = await send(draftId);
      if (code === undefined) throw new Error(said);
      return code;
    },
  };
}

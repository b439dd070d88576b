import type { Claimed } from '../store/messages.ts';
import type { Office } from './office.ts';

export const unsubscribePath = '/bao-tin/thoi-nhan';
const purpose = 'notify.unsubscribe';

/**
 * Where one click ends mail of this topic (RFC 8058): the address proves itself, nobody has to sign in. What nobody can
 * switch off has none; a service tells its own.
 */
export function unsubscribeUrl(
  { services }: Pick<Office, 'services'>,
  {
    id,
    personId,
    isMandatory,
    letter,
  }: Pick<Claimed, 'id' | 'personId' | 'isMandatory' | 'letter'>,
): string | undefined {
  if (personId === null) return letter.unsubscribe;
  if (isMandatory) return undefined;
  const mac = services.keys.sign(purpose, id);
  return `${services.config.publicUrl}${unsubscribePath}/${id}.${mac}`;
}

/** The message whose link this is; undefined when we did not make it. */
export function readUnsubscribe(
  { services }: Pick<Office, 'services'>,
  token: string,
): string | undefined {
  const [id = '', mac = ''] = token.split('.');
  return services.keys.verify(purpose, id, mac) ? id : undefined;
}

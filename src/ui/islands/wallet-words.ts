import type { Site } from './wallet-site.ts';

/** Words of the wallet in the reader's language; the page brings them. */
export interface WalletWords {
  readonly [name: string]: string;
}

/** What a type of credential and its claims are called. */
export interface TypeNames {
  readonly name: string;
  label(claim: string): string;
}

interface Display {
  readonly locale: string;
  readonly name?: string;
  readonly label?: string;
}

/** Reads the names from the metadata of the type (SD-JWT VC, 6); its own names where they cannot be read. */
export async function namesOf(type: string, site: Site): Promise<TypeNames> {
  const lang = document.documentElement.lang === 'en' ? 'en-US' : 'vi-VN';
  const own = (displays: readonly Display[] = []) => displays.find(({ locale }) => locale === lang);
  try {
    const response = await site.fetch(type);
    const told = (await response.json()) as {
      name: string;
      display: Display[];
      claims: { path: string[]; display: Display[] }[];
    };
    return {
      name: own(told.display)?.name ?? told.name,
      label: (claim) =>
        own(told.claims.find(({ path }) => path[0] === claim)?.display)?.label ?? claim,
    };
  } catch {
    return { name: type.split('/').pop() ?? type, label: (claim) => claim };
  }
}

/** A value as people write it: days as 25/06/2026. */
export function written(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return year === undefined ? text : `${day}/${month}/${year}`;
}

/** A moment as people write it: 14 giờ 30, 15/07/2026. */
export function moment(at: number, hour: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const on = new Date(at);
  const day = `${two(on.getDate())}/${two(on.getMonth() + 1)}/${on.getFullYear()}`;
  return `${on.getHours()} ${hour} ${two(on.getMinutes())}, ${day}`;
}

export function fill(words: string, facts: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place);
}

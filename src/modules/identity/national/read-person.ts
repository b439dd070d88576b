import type { NationalSettings } from '#/platform/config/index.ts';
import { findDay, parseDay, type Day } from '#/values/day.ts';
import { parsePersonName } from '#/values/person-name.ts';
import { contradiction, parsePersonalId } from '#/values/personal-id.ts';
import type { NationalPerson } from './provider.ts';

type Claims = Readonly<Record<string, unknown>>;

/**
 * The person that claims speak of, read as strictly as what somebody typed. Undefined when anything is missing or
 * contradicts itself, when the level is none that the settings know, or when it is an organisation.
 */
export function readPerson(
  told: Claims,
  settings: Pick<NationalSettings, 'claims' | 'levels' | 'persons'>,
  isDemo: boolean,
): NationalPerson | undefined {
  const { claims, levels, persons } = settings;
  if (claims.kind !== undefined && !persons.includes(wordOf(told, claims.kind) ?? ''))
    return undefined;
  const said = wordOf(told, claims.level) ?? '';
  const level = Object.hasOwn(levels, said) ? levels[said] : undefined;
  const number = parsePersonalId(wordOf(told, claims.personalId) ?? '', { demo: isDemo });
  const name = parsePersonName(wordOf(told, claims.fullName) ?? '');
  if (level === undefined || !('value' in number) || !('value' in name)) return undefined;
  const born = wordOf(told, claims.bornOn);
  const bornOn = born === undefined ? null : readBornOn(born);
  if (bornOn === undefined) return undefined;
  const fullName = withCase(name.value);
  const personalId = number.value;
  if (bornOn !== null && contradiction(personalId, { bornOn }) !== undefined) return undefined;
  return { personalId, fullName, bornOn, level };
}

/** Cards print names in capitals; people are not called so. A name in any other writing stays as it is. */
function withCase(name: string): string {
  if (name !== name.toLocaleUpperCase('vi')) return name;
  return name
    .toLocaleLowerCase('vi')
    .replace(/(^|[\s-])(\p{L})/gu, (_all, before: string, letter: string) =>
      `${before}${letter.toLocaleUpperCase('vi')}`.normalize('NFC'),
    );
}

/** Days as they are seen: 1992-03-27, 1992-03-27T00:00:00, 27/03/1992. */
function readBornOn(told: string): Day | undefined {
  const [, dd, mm, yyyy] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(told) ?? [];
  if (yyyy !== undefined) return findDay(Number(yyyy), Number(mm), Number(dd));
  return parseDay(told.replace(/T00:00:00.*$/, ''));
}

function wordOf(told: Claims, name: string): string | undefined {
  const value = Object.hasOwn(told, name) ? told[name] : undefined;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

import type { TSchema, Static } from '@sinclair/typebox';
import { Ajv, type ErrorObject } from 'ajv';
import { fault, type BundleFault } from './fault.ts';

const ajv = new Ajv({ allErrors: true, strict: true });
const mostFaults = 20;

/** Parses a JSON text and holds it against its schema; every fault names its place. */
export function readJson<S extends TSchema>(
  file: string,
  text: string,
  schema: S,
): { value: Static<S> } | { faults: BundleFault[] } {
  const parsed = parse(file, text);
  if ('faults' in parsed) return parsed;
  const validate = ajv.compile(schema);
  if (validate(parsed.value)) return { value: parsed.value as Static<S> };
  const faults = (validate.errors ?? [])
    .filter((error) => error.keyword !== 'anyOf')
    .map((error) => faultOf(file, error));
  const distinct = [...new Map(faults.map((one) => [one.place + one.words, one])).values()];
  return { faults: distinct.slice(0, mostFaults) };
}

function parse(file: string, text: string): { value: unknown } | { faults: BundleFault[] } {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const at = Number(/position (\d+)/.exec(said)?.[1] ?? text.length);
    const before = text.slice(0, at).split('\n');
    const place = `dòng ${before.length}, cột ${before.at(-1)!.length + 1}`;
    return {
      faults: [
        fault(file, place, 'không đọc được JSON; hãy xem dấu phẩy, ngoặc hoặc nháy ở gần đây'),
      ],
    };
  }
}

function faultOf(file: string, error: ErrorObject): BundleFault {
  return fault(file, placeWords(error.instancePath), wordsOf(error));
}

/** A JSON pointer as people read it: "papers › 2 › group". Pointers count from 0, people from 1 (RFC 6901). */
export function placeWords(pointer: string): string {
  return pointer.split('/').slice(1).map(stepName).join(' › ');
}

function stepName(step: string): string {
  return /^\d+$/.test(step)
    ? String(Number(step) + 1)
    : step.replaceAll('~1', '/').replaceAll('~0', '~');
}

const kinds: Readonly<Record<string, string>> = {
  string: 'chữ trong dấu nháy',
  integer: 'số nguyên',
  number: 'số',
  boolean: 'true hoặc false',
  array: 'danh sách [ … ]',
  object: 'nhóm { … }',
  null: 'null',
};

function wordsOf({ keyword, params, message }: ErrorObject): string {
  const given = params as Readonly<Record<string, unknown>>;
  const named = (key: string) => JSON.stringify(given[key]);
  switch (keyword) {
    case 'required':
      return `thiếu ${named('missingProperty')}`;
    case 'additionalProperties':
      return `không có mục nào tên ${named('additionalProperty')}; có thể viết nhầm tên`;
    case 'type':
      return `phải là ${[given['type']]
        .flat()
        .map((type) => kinds[String(type)] ?? String(type))
        .join(' hoặc ')}`;
    case 'enum':
      return `phải là một trong ${(given['allowedValues'] as unknown[]).join(', ')}`;
    case 'const':
      return `phải là ${named('allowedValue')}`;
    case 'minLength':
    case 'minItems':
      return 'không được để trống';
    case 'maxLength':
      return `dài quá ${String(given['limit'])} ký tự`;
    case 'maxItems':
      return `có quá ${String(given['limit'])} mục`;
    case 'minimum':
      return `phải từ ${String(given['limit'])} trở lên`;
    case 'maximum':
      return `không được quá ${String(given['limit'])}`;
    case 'pattern':
      return `không đúng dạng ${String(given['pattern'])}`;
    case 'uniqueItems':
      return 'có mục bị lặp';
    default:
      return message ?? keyword;
  }
}

import { readFileSync } from 'node:fs';
import { Type, type Static } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import { unitKinds, type DeclaredUnit } from '#/modules/agency/index.ts';
import { parseDay } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { UsageFault } from './command.ts';

const unit = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 }),
    kind: Type.Union(unitKinds.map((kind) => Type.Literal(kind))),
    parent: Type.Optional(Type.String()),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    nameEn: Type.String({ minLength: 1, maxLength: 200 }),
    place: Type.String({ pattern: '^[0-9]{2}([0-9]{3})?$' }),
    serves: Type.Array(Type.String({ pattern: '^[0-9]{5}$' }), { minItems: 1 }),
    code: Type.String({ pattern: '^[A-Z][0-9]{2}([.][0-9]{1,3}){0,3}$' }),
    legacyCode: Type.Optional(
      Type.String({ pattern: '^[0-9]{3}([.][0-9]{2}){2}[.][A-Z][0-9]{2}$' }),
    ),
    address: Type.String({ minLength: 1, maxLength: 300 }),
    phone: Type.String({ pattern: '^\\+[0-9]{8,15}$' }),
    from: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
  },
  { additionalProperties: false },
);
const units = Type.Array(unit, { minItems: 1, maxItems: 5_000 });

const validate = new Ajv({ allErrors: true }).compile<Static<typeof units>>(units);

/** Reads a file of units. @throws UsageFault with the places that are wrong */
export function readUnitFile(file: string): DeclaredUnit[] {
  const json = readJson(file);
  if (!validate(json)) {
    const places = new Set(
      (validate.errors ?? []).map(({ instancePath, params }) => placeOf(instancePath, params)),
    );
    throw new UsageFault(
      `${file}: xem lại ${[...places].slice(0, 12).join(', ')}. Mẫu: npx cqs unit import --help`,
    );
  }
  return json.map(({ place, parent, name, nameEn, code, legacyCode, from, ...rest }) => {
    const since = parseDay(from);
    if (!since) throw new UsageFault(`${file}: "${from}" không phải ngày (NĂM-THÁNG-NGÀY).`);
    return {
      ...rest,
      name: text(name, nameEn),
      placeCode: place,
      parentKey: parent ?? null,
      nationalCode: code,
      legacyCode: legacyCode ?? null,
      from: since,
      to: null,
    };
  });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageFault(`Không đọc được ${file} dưới dạng JSON (${(error as Error).message}).`);
  }
}

/** `/0/phone` as people count: đơn vị 1, mục phone. */
function placeOf(path: string, params: Readonly<Record<string, unknown>>): string {
  const [, index, name] = path.split('/');
  const field = name ?? params['missingProperty'] ?? params['additionalProperty'];
  if (index === undefined) return 'danh sách đơn vị';
  return `đơn vị ${Number(index) + 1}${typeof field === 'string' ? ` mục ${field}` : ''}`;
}

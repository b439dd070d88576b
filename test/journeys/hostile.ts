import fc from 'fast-check';

/** Markup that no page may show as markup. */
export const mark = '<i id=zqx>';

/** What attackers and broken programs send in the place of anything. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    mark,
    `"><script>${mark}</script>`,
    "' or 1=1; drop table dossier.dossier; --",
    '{{7*7}}${7*7}<%= 7*7 %>#{7*7}',
    '../../../../etc/passwd',
    '\0',
    '\ud800',
    '\udfff a',
    '\u202e\u200b\ufeff',
    '%00%ff%zz',
    'javascript:alert(1)',
    'http://169.254.169.254/latest/meta-data/',
    '\r\nset-cookie: a=b',
    '-1',
    '0',
    '9007199254740993',
    '99999999999999999999999999999',
    '1e309',
    'NaN',
    '0001-01-01',
    '275760-09-14',
    '2026-02-30T25:61:61Z',
    '00000000-0000-0000-0000-000000000000',
    '__proto__',
    'constructor',
    'a'.repeat(20_000),
    'ạ̈'.repeat(4_000),
    '(a+)+$',
    '=cmd|calc!A1',
    '\\',
    '%',
    '_',
    '[]',
    '{}',
    '{"$gt":""}',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

function nested(levels: number): unknown {
  let value: unknown = [];
  for (let no = 0; no < levels; no += 1) value = no % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Values of wrong types beside the texts. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(
    null,
    true,
    [],
    {},
    -1,
    0,
    1.5,
    1e308,
    -1e308,
    2 ** 53,
    nested(38),
    nested(200),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The part of a JSON Schema that is looked at. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** Mostly what a schema wants, at its borders, with hostile values in any place. */
export function nearly(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 4, arbitrary: right(schema) }, { weight: 1, arbitrary: hostileJson });
}

function right(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(nearly));
  switch (schema.type) {
    case 'object': {
      const named = Object.entries(schema.properties ?? {}).map(
        ([name, value]) => [name, nearly(value)] as const,
      );
      return fc.record(Object.fromEntries(named), { requiredKeys: [] });
    }
    case 'array':
      return fc.array(nearly(schema.items ?? {}), { maxLength: 4 });
    case 'integer':
    case 'number':
      return fc.constantFrom(schema.minimum ?? -1, schema.maximum ?? 2 ** 31, 0, 1, 2 ** 31 - 1);
    case 'boolean':
      return fc.boolean();
    case 'string':
      if (schema.format === 'uuid') return fc.uuid();
      if (schema.format === 'date')
        return fc.constantFrom('2026-07-14', '0001-01-01', '9999-12-31');
      return fc.oneof(hostileText, fc.string({ maxLength: Math.min(schema.maxLength ?? 40, 400) }));
    case undefined:
    default:
      return hostileJson;
  }
}

/** Headers and cookies that a proxy or a browser of somebody else might send. */
export const hostileHeaders = fc
  .record(
    {
      'x-mandate': hostileText,
      'x-forwarded-for': hostileText,
      'x-forwarded-proto': hostileText,
      'idempotency-key': hostileText,
      'accept-language': hostileText,
      referer: hostileText,
      'user-agent': hostileText,
      dpop: hostileText,
      range: hostileText,
      'if-none-match': hostileText,
      'sec-fetch-site': fc.constantFrom('same-origin', 'none'),
    },
    { requiredKeys: [] },
  )
  .map((headers) =>
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        String(value)
          .replace(/[^\x20-\x7e]/g, '')
          .slice(0, 2_000),
      ]),
    ),
  );

/** Cookies of ours with foreign content. */
export const hostileCookies = fc
  .dictionary(
    fc.constantFrom(
      'cqs_look',
      'cqs_lang',
      'cqs_notice',
      'cqs_owner',
      'cqs_kept',
      'cqs_pending',
      'cqs_device',
      'cqs_national',
      'cqs_mandate',
    ),
    hostileText,
    { maxKeys: 4 },
  )
  .map((cookies) =>
    Object.entries(cookies)
      .map(([name, value]) => `${name}=${lenient(value).slice(0, 1_500)}`)
      .join('; '),
  );

/** Percent-encoded; lone surrogates, which have no bytes, become their replacement. */
export function lenient(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.toWellFormed());
}

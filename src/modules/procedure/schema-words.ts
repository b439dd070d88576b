import { Type, type TProperties } from '@sinclair/typebox';

/** An object that has these members and no others: a misspelt name is a fault, never silently nothing. */
export function closed<P extends TProperties>(members: P) {
  return Type.Object(members, { additionalProperties: false });
}

/** One of a few words. */
export function oneOf<const W extends string>(...allowed: readonly W[]) {
  return Type.Unsafe<W>({ type: 'string', enum: [...allowed] });
}

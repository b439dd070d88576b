import { spend } from '../budget.ts';
import type { FeelFunction } from '../function.ts';
import { tidyName } from '../name.ts';
import { isContext, isList, member, newContext } from '../value.ts';
import type { FeelContext, FeelValue } from '../value.ts';
import { anyArg, contextArg, listArg, stringArg } from './argument.ts';
import { builtIn, form } from './define.ts';

export const contextFunctions: Readonly<Record<string, FeelFunction>> = {
  'get value': builtIn(
    form([contextArg('m'), stringArg('key')], (m, key) => member(m, tidyName(key))),
  ),
  'get entries': builtIn(
    form([contextArg('m')], (m) => {
      const entries = Object.entries(m);
      spend(entries.length);
      return entries.map(([key, value]) => entry(key, value));
    }),
  ),
  context: builtIn(form([listArg('entries')], fromEntries)),
  'context put': builtIn(
    form([contextArg('context'), stringArg('key'), anyArg('value')], (context, key, value) =>
      put(context, [key], value),
    ),
    form([contextArg('context'), listArg('keys'), anyArg('value')], (context, keys, value) =>
      keys.length > 0 && keys.every((key) => typeof key === 'string')
        ? put(context, keys, value)
        : null,
    ),
  ),
  'context merge': builtIn(
    form([listArg('contexts')], (contexts) => {
      if (!contexts.every(isContext)) return null;
      const merged = Object.assign(newContext(), ...contexts) as FeelContext;
      spend(Object.keys(merged).length);
      return merged;
    }),
  ),
};

function entry(key: string, value: FeelValue): FeelContext {
  return Object.assign(newContext(), { key, value });
}

function fromEntries(entries: readonly FeelValue[]): FeelValue {
  spend(entries.length);
  const made = newContext();
  for (const one of entries) {
    if (isList(one) || !isContext(one)) return null;
    const key = member(one, 'key');
    if (
      typeof key !== 'string' ||
      !Object.hasOwn(one, 'value') ||
      Object.hasOwn(made, tidyName(key))
    )
      return null;
    made[tidyName(key)] = member(one, 'value');
  }
  return made;
}

function put(
  context: FeelContext,
  [key = '', ...deeper]: readonly string[],
  value: FeelValue,
): FeelValue {
  spend(Object.keys(context).length);
  const name = tidyName(key);
  const made = Object.assign(newContext(), context) as Record<string, FeelValue>;
  if (deeper.length === 0) {
    made[name] = value;
    return made;
  }
  const inner = member(context, name);
  if (!isContext(inner)) return null;
  const changed = put(inner, deeper, value);
  if (changed === null) return null;
  made[name] = changed;
  return made;
}

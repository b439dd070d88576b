import { spend } from '../budget.ts';
import { nameKey } from '../name.ts';
import { propertyOf } from '../properties.ts';
import { isContext, isList } from '../value.ts';
import type { FeelContext, FeelValue } from '../value.ts';
import type { Step } from './frame.ts';

/** `of.name`: a member of a context, of each context in a list, or a property of a built-in value. */
export function pathStep(of: Step, name: string): Step {
  const key = nameKey(name);
  return (frame) => follow(of(frame), name, key);
}

function follow(value: FeelValue, name: string, key: string): FeelValue {
  if (value === null) return null;
  if (isList(value)) {
    spend(value.length);
    return value.map((item) => follow(item, name, key));
  }
  return isContext(value) ? memberOf(value, name, key) : propertyOf(value, name);
}

function memberOf(context: FeelContext, name: string, key: string): FeelValue {
  if (Object.hasOwn(context, name)) return context[name] ?? null;
  if (key === name && !/[./\-'+*]/.test(key)) return null;
  const same = Object.keys(context).find((one) => nameKey(one) === key);
  return same === undefined ? null : (context[same] ?? null);
}

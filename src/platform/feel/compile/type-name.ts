import { text } from '#/values/text.ts';

import { FeelFault, placeAt } from '../fault.ts';
import { anyType, builtInType } from '../type.ts';
import type { FeelType } from '../type.ts';
import type { TypeName } from '../syntax.ts';
import type { Setting } from './scope.ts';

/** The type that a written type name means. */
export function resolveType(type: TypeName, setting: Setting): FeelType {
  switch (type.is) {
    case 'list':
    case 'range':
      return { name: type.is, of: resolveType(type.of, setting) };
    case 'context':
      return {
        name: 'context',
        members: new Map(type.members.map((one) => [one.name, resolveType(one.type, setting)])),
      };
    case 'function':
      return {
        name: 'function',
        parameters: type.parameters.map((one) => resolveType(one, setting)),
        result: resolveType(type.result, setting),
      };
    case 'plain': {
      const found = setting.findType(type.name) ?? builtInType(type.name);
      if (found !== undefined) return found;
      setting.forgive(
        new FeelFault(
          text(`Không có kiểu “${type.name}”.`, `There is no type “${type.name}”.`),
          placeAt(setting.source, type.at),
        ),
      );
      return anyType;
    }
  }
}

import type { FeelType } from '#/platform/feel/embed.ts';

import { unknownType } from './build.ts';
import type { Build } from './build.ts';
import type { DmnModel, Located } from './model.ts';
import { findType } from './type.ts';

/** Whose logic is compiled: for places and names in faults and logs, and for its types. */
export interface Owner extends Located {
  readonly name: string;
  readonly model: DmnModel;
  readonly build: Build;
}

/** The declared type, undefined when none is declared. A type that nobody defines is a fault. */
export function typeOf(written: string | undefined, owner: Owner): FeelType | undefined {
  if (written === undefined) return undefined;
  const found = findType(written, owner.model, owner.build);
  if (found === undefined) {
    owner.build.fail(unknownType(written, owner.name, owner));
  }
  return found;
}

import { FeelObject } from './value.ts';
import type { FeelValue } from './value.ts';
import type { FeelType } from './type.ts';

export interface Parameter {
  readonly name: string;
  readonly type?: FeelType | undefined;
}

/** A function as a value. `call` gets one value per parameter, missing ones as null. */
export class FeelFunction extends FeelObject {
  override readonly kind = 'function';
  readonly parameters: readonly Parameter[];
  readonly call: (args: readonly FeelValue[]) => FeelValue;
  readonly result: FeelType | undefined;
  /** Built-in functions choose among several parameter lists by themselves. */
  readonly callNamed: ((args: ReadonlyMap<string, FeelValue>) => FeelValue) | undefined;

  constructor(
    parameters: readonly Parameter[],
    call: (args: readonly FeelValue[]) => FeelValue,
    extra: {
      result?: FeelType | undefined;
      callNamed?: ((args: ReadonlyMap<string, FeelValue>) => FeelValue) | undefined;
    } = {},
  ) {
    super();
    this.parameters = parameters;
    this.call = call;
    this.result = extra.result;
    this.callNamed = extra.callNamed;
  }
}

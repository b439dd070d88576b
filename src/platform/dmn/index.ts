export { DmnFault } from './fault.ts';
export type { DmnPlace } from './fault.ts';
export { readDmn } from './read.ts';
export { compileDmn } from './compile.ts';
export type { CompiledDmn, Decided, DmnOptions } from './compile.ts';
export type { DmnModel } from './model.ts';
export type { Matched } from './record.ts';

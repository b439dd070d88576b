export {
  assess,
  assessPartly,
  type Assessment,
  type Facts,
  type Obstacle,
  type PartialAssessment,
} from './assess.ts';
export { readBundle, type Bundle } from './bundle.ts';
export type { Paper } from './catalogue.ts';
export { checkFolders, exportProcedure, importFolders } from './cli.ts';
export type { CompiledProcedure } from './compiled.ts';
export { compiledVersion, findProcedureInForce } from './compiled-store.ts';
export { faultLine } from './fault.ts';
export { importBundle } from './import.ts';
export type { ProcedureLinks } from './links.ts';
export { publishedOn } from './published.ts';
export type { WaitingTimes } from './waiting.ts';

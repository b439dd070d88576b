export {
  assess,
  assessPartly,
  type Assessment,
  type Facts,
  type FeeLine,
  type LegalDeadline,
  type NeededPaper,
  type Obstacle,
  type PartialAssessment,
} from './assess.ts';
export type { Artefacts } from './artefacts.ts';
export { checkBundle, readBundle, type Bundle, type BundleOutcome } from './bundle.ts';
export type { CatalogueFacts, Channel, Paper } from './catalogue.ts';
export { checkExamples, type ExampleResult } from './check-examples.ts';
export { checkFolders, exportProcedure, importFolders } from './cli.ts';
export type { CompiledProcedure } from './compiled.ts';
export { compiledVersion, findProcedureInForce } from './compiled-store.ts';
export { faultLine, type BundleFault } from './fault.ts';
export { importBundle, type Imported } from './import.ts';
export { lifeEvents, type LifeEvent } from './life-events.ts';
export { noLinks, type ProcedureLinks, type Publication } from './links.ts';
export { publishedOn, type PublishedProcedure } from './published.ts';
export { findVersion } from './store.ts';
export type { Version } from './version.ts';
export type { WaitingTimes } from './waiting.ts';

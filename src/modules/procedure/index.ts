export {
  assess,
  assessPartly,
  type Assessment,
  type Facts,
  type Obstacle,
  type PartialAssessment,
} from './assess.ts';
export { artefactNames, hashArtefacts, type ArtefactName, type Artefacts } from './artefacts.ts';
export { checkBundle, readBundle, type Bundle } from './bundle.ts';
export type { CatalogueFacts, Paper } from './catalogue.ts';
export { checkExamples, type ExampleResult } from './check-examples.ts';
export { checkFolders, exportProcedure, importFolders } from './cli.ts';
export { compileProcedure, type CompiledProcedure } from './compiled.ts';
export { compiledVersion, findProcedureInForce } from './compiled-store.ts';
export type { Example } from './examples.ts';
export { fault, faultLine, type BundleFault } from './fault.ts';
export { importBundle } from './import.ts';
export { lifeEvents } from './life-events.ts';
export { versionSource } from './ledger-source.ts';
export type { ProcedureLinks } from './links.ts';
export { agencyLevels, channelNames, paperGroups, receivingUnits } from './pages/labels.ts';
export { publishedOn, type PublishedProcedure } from './published.ts';
export { reuseCodes, reuseSource } from './reuse.ts';
export { findVersion, getArtefacts, listVersions, listVersionsOf } from './store.ts';
export { standingOn, type Standing, type Version } from './version.ts';
export { leastCounted, waitWords, type WaitingTimes } from './waiting.ts';

export { insertAct, listActs, listSavesSince, listWriters } from './acts.ts';
export {
  findDraft,
  getArtefactsAt,
  hasNewDraft,
  insertArtefacts,
  insertDraft,
  listLiveDrafts,
  lockDraft,
  updateDraft,
} from './drafts.ts';
export {
  countFiled,
  findChange,
  findReplay,
  insertChanges,
  insertReplay,
  listChanges,
  listFiledAfter,
  listReplays,
  lockReplay,
  updateReplay,
  type FiledDossier,
  type ReplayChange,
} from './replays.ts';
export {
  findSimulation,
  insertSimulation,
  listSimulations,
  updateSimulation,
} from './simulations.ts';
export { listMeasuredSteps, measureVolume, type MeasuredStep } from './measured.ts';
export {
  findStaged,
  findStagedBody,
  insertStaged,
  listStaged,
  lockStaged,
  updateStaged,
} from './staged.ts';
export {
  findMove,
  insertMove,
  insertTried,
  listMoves,
  listStayed,
  lockMove,
  updateMove,
} from './moves.ts';

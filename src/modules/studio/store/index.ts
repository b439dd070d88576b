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

export { bindProcess } from './bind-process.ts';
export * as clock from './clock.ts';
export { accept } from './commands/accept.ts';
export { answerSupplement } from './commands/answer-supplement.ts';
export { apologise } from './commands/apologise.ts';
export { approve } from './commands/approve.ts';
export { confirmDraft } from './commands/confirm-draft.ts';
export { deliver } from './commands/deliver.ts';
export { settle } from './commands/demand-payment.ts';
export { erasePerson } from './commands/erase-person.ts';
export { extend } from './commands/extend.ts';
export { fileDossier, type Filing } from './commands/file-dossier.ts';
export { finishLeg } from './commands/finish-leg.ts';
export { forward, proposeRefusal, sendBack } from './commands/forward.ts';
export { giveOpinion } from './commands/give-opinion.ts';
export { getVersionProcess as processIdOf } from './store/version-processes.ts';
export { changeProcess } from './commands/change-process.ts';
export { claim } from './commands/hold.ts';
export { refuseIntake } from './commands/refuse-intake.ts';
export { register } from './commands/register.ts';
export { requestSupplement } from './commands/request-supplement.ts';
export { stop, withdraw } from './commands/withdraw.ts';
export { writeMessage } from './commands/write-message.ts';
export { states, type Dossier, type FiledPaper, type State } from './dossier.ts';
export { inform } from './inform.ts';
export { followDossiers } from './follow.ts';
export { followActs, type ActFollower, type OpenedLeg } from './follow-acts.ts';
export {
  finishOutsideLeg,
  refuseOutsideLeg,
  returnOutsideLeg,
  supplementOutsideLeg,
  tellOfLeg,
  type OutsideLeg,
} from './outside/legs.ts';
export { answerPart, filePart, withdrawPart, type Part, type SentPaper } from './outside/parts.ts';
export type { Voice } from './outside/voice.ts';
export { credentialPorts } from './credential-ports.ts';
export { actSource } from './ledger-source.ts';
export { followCalendarsForDossiers } from './recompute/follow-calendars.ts';
export { paperGate } from './paper-gate.ts';
export { countCommonness } from './desk/commonness-store.ts';
export { decide, dossierActions, type DossierAction, type DossierQuestion } from './policy.ts';
export type { OpenStep } from './steps.ts';
export { factsOf } from './rules.ts';
export {
  getAct,
  getById,
  lockById as lockDossier,
  type Act,
  type SupplementItem,
} from './store/index.ts';
export { usageOf, waitingTimesOf } from './statistics.ts';
export { stateWords } from './state-words.ts';
export {
  listKeySubjects as keySubjectsOf,
  ownersOf,
  sealedContent,
  sealedDraft,
  sealedLabel,
} from './store/index.ts';
export { verbWords } from './verb-words.ts';

export { signInPath } from './return-path.ts';
export { closeAccount } from './close-account.ts';
export { correctByCard } from './correct-by-card.ts';
export { createAccount, type CreatedAccount, type NewAccount } from './create-account.ts';
export { demoAccounts, type DemoAccount, type WishedPost } from './demo/accounts.ts';
export type { Account, AccountKind, Address, Person } from './person.ts';
export { issuePasswordCode, type IssuedCode } from './issue-password-code.ts';
export { parsePassword } from './password.ts';
export { registerPerson, type PersonFacts } from './register-person.ts';
export { reopenAccount } from './reopen-account.ts';
export { removeByOperator } from './factors/remove-at-counter.ts';
export { codeAt, stepOf } from './factors/totp.ts';
export { closeSession, openSession, useSession } from './session.ts';
export { sessionFacts } from './session-facts.ts';
export { listOpenAmong, type SessionFacts } from './store/session-facts.ts';
export {
  type CitizenAccount,
  findAccountById,
  findAccountIdOf,
  findCitizenAccount,
  hasClaimedAccount,
  hasVerifiedAccount,
  listOfficials,
  type OfficialAccount,
} from './store/accounts.ts';
export { findPersonByPersonalId, forgetPerson, getPerson, updatePerson } from './store/persons.ts';
export { accountNameKind, personalIdKind, sealedAccount, sealedPerson } from './store/sealed.ts';
export type { OpenSession } from './store/sessions.ts';
export { noteFailure, refuseGuessing, type Guess } from './guessing.ts';
export { stepUps, withStepUp, type StepUpScope } from './step-up.ts';
export { verifyAccount } from './verify-account.ts';

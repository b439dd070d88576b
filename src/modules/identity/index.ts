export { signInPath } from './return-path.ts';
export { createAccount, type CreatedAccount, type NewAccount } from './create-account.ts';
export { demoAccounts, type DemoAccount, type WishedPost } from './demo/accounts.ts';
export type { Account, AccountKind, Address, Person } from './person.ts';
export { registerPerson, type PersonFacts } from './register-person.ts';
export { closeSession, openSession, useSession } from './session.ts';
export { findAccountIdOf } from './store/accounts.ts';
export { findPersonByPersonalId, getPerson, updatePerson } from './store/persons.ts';
export type { OpenSession } from './store/sessions.ts';

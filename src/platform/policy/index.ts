export { policyOf, type Decision, type Policy, type Rule } from './policy.ts';

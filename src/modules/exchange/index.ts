export { followDossierActs } from './follow.ts';

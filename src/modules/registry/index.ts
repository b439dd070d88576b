export { nextDossierCode, nextDossierCodes } from './dossier-number.ts';
export { enterRegister } from './enter-register.ts';
export { entryCode } from './entry.ts';
export { followVoids } from './follow-voids.ts';
export { nextNumber } from './number.ts';
export { findValidEntry, listEntries } from './store.ts';
export { voidEntry } from './void-entry.ts';

export { nextDossierCode } from './dossier-number.ts';
export { enterRegister, type NewEntry } from './enter-register.ts';
export { entryCode, type Entry } from './entry.ts';
export { nextNumber, type Count } from './number.ts';
export { findValidEntry, listEntries } from './store.ts';
export { voidEntry } from './void-entry.ts';

export type { FormData, FormKind } from './form-data.ts';
export { forms, letterhead } from './forms.ts';
export { letterDate } from './letter-date.ts';

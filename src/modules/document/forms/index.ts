export type { FormData, FormKind, Head, PaperLine, Party, Point, Signer } from './form-data.ts';
export { forms, letterhead } from './forms.ts';
export { letterDate } from './letter-date.ts';

export { rewrapFileKeys, sealFilesUnderNewKeys } from './file-keys.ts';
export { nobodysFiles, sealFiles, type SealedFiles } from './sealed-files.ts';

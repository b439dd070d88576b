export { openBucket, type Bucket } from './bucket.ts';
export { FileGone, FileDamaged } from './file-fault.ts';
export type { Content, Files, StoredFile } from './files.ts';
export { openFolder } from './folder.ts';

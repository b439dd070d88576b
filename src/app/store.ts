import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#/platform/config/index.ts';
import { openBucket, openFolder, type Files } from '#/platform/files/index.ts';

/** Where files lie: a bucket when one is set, else the folder of data. */
export function openStore({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'>): Files {
  if (s3 === null) return openFolder(join(dataDir, 'files'));
  const [accessKeyId = '', secretAccessKey = ''] = readFileSync(s3.credentialsFile, 'utf8')
    .trim()
    .split(/\s+/);
  return openBucket({ ...s3, accessKeyId, secretAccessKey });
}

import type { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { FileDamaged, FileGone } from './file-fault.ts';
import { makeKey, parseKey } from './file-key.ts';
import type { Content, Files } from './files.ts';
import { inParts } from './parts.ts';

/** A bucket of an S3 server and who we are there. */
export interface Bucket {
  readonly bucket: string;
  /** null is Amazon. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** How long a connection and an answer may take, in milliseconds. */
  readonly timeouts?: { readonly connect: number; readonly answer: number };
}

type Sdk = typeof import('@aws-sdk/client-s3');

/** Amazon's smallest part is 5 MiB; so much of each upload is held in memory. */
const partBytes = 8 * 1024 * 1024;

/**
 * A store in an S3 bucket. The name of a file is known only at its end, so parts go to `.incoming/` and are copied by the
 * server to their name when whole; small files go up at once. Every part carries its SHA-256, which the server compares.
 * Uncertain answers are tried again; the SDK is loaded with the first use.
 */
export function openBucket(options: Bucket): Files {
  let opened: Promise<{ s3: S3Client; sdk: Sdk }> | undefined;
  const open = () => (opened ??= load(options));
  const Bucket = options.bucket;
  const checked = { ChecksumAlgorithm: 'SHA256' } as const;

  async function putSmall(Key: string, Body: Buffer): Promise<void> {
    const { s3, sdk } = await open();
    await s3.send(new sdk.PutObjectCommand({ Bucket, Key, Body, ...checked }));
  }

  async function putLarge(
    area: string,
    parts: AsyncGenerator<Buffer>,
    first: Buffer,
  ): Promise<{ sha256: string; size: number }> {
    const { s3, sdk } = await open();
    const Key = `.incoming/${crypto.randomUUID()}`;
    const { UploadId } = await s3.send(
      new sdk.CreateMultipartUploadCommand({ Bucket, Key, ...checked }),
    );
    const hash = createHash('sha256');
    const Parts: { PartNumber: number; ETag?: string; ChecksumSHA256?: string }[] = [];
    let size = 0;
    const send = async (Body: Buffer) => {
      hash.update(Body);
      size += Body.length;
      const PartNumber = Parts.length + 1;
      const { ETag, ChecksumSHA256 } = await s3.send(
        new sdk.UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body, ...checked }),
      );
      Parts.push({
        PartNumber,
        ...(ETag ? { ETag } : {}),
        ...(ChecksumSHA256 ? { ChecksumSHA256 } : {}),
      });
    };
    try {
      await send(first);
      for await (const part of parts) await send(part);
      await s3.send(
        new sdk.CompleteMultipartUploadCommand({
          Bucket,
          Key,
          UploadId,
          MultipartUpload: { Parts },
        }),
      );
    } catch (error) {
      await s3
        .send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
        .catch(() => undefined);
      throw error;
    }
    const sha256 = hash.digest('hex');
    try {
      await s3.send(
        new sdk.CopyObjectCommand({
          Bucket,
          Key: makeKey(area, sha256),
          CopySource: `${Bucket}/${Key}`,
        }),
      );
    } finally {
      await s3.send(new sdk.DeleteObjectCommand({ Bucket, Key })).catch(() => undefined);
    }
    return { sha256, size };
  }

  async function get(key: string): Promise<Readable> {
    parseKey(key);
    const { s3, sdk } = await open();
    const { Body, ContentLength } = await s3
      .send(new sdk.GetObjectCommand({ Bucket, Key: key }))
      .catch((cause: unknown) => gone(key, cause));
    return Readable.from(whole(Body as Readable, ContentLength ?? 0, key), { objectMode: false });
  }

  async function head(key: string): Promise<Date | undefined> {
    parseKey(key);
    const { s3, sdk } = await open();
    try {
      const { LastModified } = await s3.send(new sdk.HeadObjectCommand({ Bucket, Key: key }));
      return LastModified;
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  return {
    async put(area, content) {
      makeKey(area, '0'.repeat(64));
      const parts = inParts(chunksOf(content), partBytes);
      const first = (await parts.next()).value ?? Buffer.alloc(0);
      if (first.length === partBytes) {
        const { sha256, size } = await putLarge(area, parts, first);
        return { key: makeKey(area, sha256), sha256, size };
      }
      const sha256 = createHash('sha256').update(first).digest('hex');
      const key = makeKey(area, sha256);
      await putSmall(key, first);
      return { key, sha256, size: first.length };
    },
    get,
    async read(key) {
      const parts: Buffer[] = [];
      for await (const part of await get(key)) parts.push(part as Buffer);
      const bytes = Buffer.concat(parts);
      const { sha256 } = parseKey(key);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new FileDamaged(key);
      return bytes;
    },
    has: async (key) => (await head(key)) !== undefined,
    async remove(key, unlessAfter) {
      if (unlessAfter !== undefined) {
        const storedAt = await head(key);
        if (storedAt && storedAt > unlessAfter) return;
      }
      parseKey(key);
      const { s3, sdk } = await open();
      await s3.send(new sdk.DeleteObjectCommand({ Bucket, Key: key }));
    },
    async *list(area) {
      const Prefix = makeKey(area, '0'.repeat(64)).slice(0, -64);
      const { s3, sdk } = await open();
      for await (const { Contents = [] } of sdk.paginateListObjectsV2(
        { client: s3 },
        { Bucket, Prefix },
      ))
        for (const { Key, LastModified } of Contents)
          if (Key && LastModified) yield { key: Key, storedAt: LastModified };
    },
  };
}

async function load({
  endpoint,
  region,
  timeouts,
  ...who
}: Bucket): Promise<{ s3: S3Client; sdk: Sdk }> {
  const sdk = await import('@aws-sdk/client-s3');
  const { connect, answer } = timeouts ?? { connect: 3_000, answer: 30_000 };
  const s3 = new sdk.S3Client({
    region,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: who.accessKeyId, secretAccessKey: who.secretAccessKey },
    maxAttempts: 4,
    requestHandler: {
      connectionTimeout: connect,
      requestTimeout: answer,
      throwOnRequestTimeout: true,
    },
  });
  return { s3, sdk };
}

async function* chunksOf(content: Content): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/** An answer that breaks off is told as a fault, not as a shorter file. */
async function* whole(body: Readable, size: number, key: string): AsyncGenerator<Buffer> {
  let left = size;
  for await (const chunk of body) {
    left -= (chunk as Buffer).length;
    yield chunk as Buffer;
  }
  if (left !== 0) throw new FileDamaged(key);
}

function isGone(error: unknown): boolean {
  return (error as S3ServiceException).$metadata?.httpStatusCode === 404;
}

function gone(key: string, cause: unknown): never {
  throw isGone(cause) ? new FileGone(key, { cause }) : cause;
}

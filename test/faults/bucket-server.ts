import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** How the next answers go wrong: not at all, refused, hanging, cut in the middle, or with a flipped bit. */
export type Trouble = 'busy' | 'hang' | 'cut' | 'none';

/** The part of the S3 API that a store of files needs, with signatures (AWS Signature Version 4) and checksums compared. */
export interface BucketServer {
  readonly endpoint: string;
  readonly objects: Map<string, { bytes: Buffer; at: Date }>;
  readonly uploads: Map<string, Map<number, Buffer>>;
  /** What each request was answered with: `PUT 200`. */
  readonly seen: string[];
  /** The next answers go wrong like this. */
  trouble(kind: Trouble, times: number): void;
  close(): Promise<void>;
}

export const bucketKeys = { accessKeyId: 'AKTHU', secretAccessKey: 'khóa thử' };

export async function openBucketServer(bucket: string): Promise<BucketServer> {
  const objects = new Map<string, { bytes: Buffer; at: Date }>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const seen: string[] = [];
  let trouble: Trouble = 'none';
  let times = 0;
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const url = new URL(request.url!, 'http://bucket');
    const end = (status: number, text: string | Buffer = '', headers = {}) => {
      seen.push(`${request.method} ${status}`);
      response.writeHead(status, { 'content-length': Buffer.byteLength(text), ...headers });
      response.end(request.method === 'HEAD' ? undefined : text);
    };
    const fault = (status: number, code: string) =>
      end(status, `<Error><Code>${code}</Code></Error>`);
    if (!isSigned(request, url, body)) return fault(403, 'SignatureDoesNotMatch');
    if (!isWhole(request, body)) return fault(400, 'BadDigest');
    const kind = times > 0 ? trouble : 'none';
    times -= 1;
    if (kind === 'busy') return fault(503, 'SlowDown');
    if (kind === 'hang') return;
    const [, name, ...rest] = decodeURIComponent(url.pathname).split('/');
    if (name !== bucket) return fault(404, 'NoSuchBucket');
    const key = rest.join('/');
    const { searchParams: query } = url;
    const uploadId = query.get('uploadId');
    switch (request.method ?? '') {
      case 'POST': {
        if (uploadId === null) {
          const id = String(uploads.size + seen.length);
          uploads.set(id, new Map());
          return end(200, `<R><UploadId>${id}</UploadId></R>`);
        }
        const parts = uploads.get(uploadId);
        if (!parts) return fault(404, 'NoSuchUpload');
        const order = [...body.toString().matchAll(/<PartNumber>(\d+)/g)].map(([, no]) =>
          Number(no),
        );
        objects.set(key, {
          bytes: Buffer.concat(order.map((no) => parts.get(no)!)),
          at: new Date(),
        });
        uploads.delete(uploadId);
        return end(200, '<R><ETag>"e"</ETag></R>');
      }
      case 'PUT': {
        const from = request.headers['x-amz-copy-source'];
        if (typeof from === 'string') {
          const source = objects.get(decodeURIComponent(from).replace(`${bucket}/`, ''));
          if (!source) return fault(404, 'NoSuchKey');
          objects.set(key, { ...source, at: new Date() });
          return end(200, '<R><ETag>"e"</ETag></R>');
        }
        if (uploadId === null) objects.set(key, { bytes: body, at: new Date() });
        else uploads.get(uploadId)!.set(Number(query.get('partNumber')), body);
        return end(200, '', { etag: '"e"' });
      }
      case 'DELETE':
        if (uploadId === null) objects.delete(key);
        else uploads.delete(uploadId);
        return end(204);
      default: {
        if (key === '') return end(200, listing(query));
        const found = objects.get(key);
        if (!found) return fault(404, 'NoSuchKey');
        const head = { 'last-modified': found.at.toUTCString(), etag: '"e"' };
        if (kind !== 'cut') return end(200, found.bytes, head);
        response.writeHead(200, { 'content-length': found.bytes.length, ...head });
        response.write(found.bytes.subarray(0, found.bytes.length >> 1));
        setTimeout(() => response.destroy(), 20);
      }
    }
  }

  /** Two at a time, so that paging is seen. */
  function listing(query: URLSearchParams): string {
    const from = query.get('continuation-token') ?? '';
    const keys = [...objects.keys()]
      .filter((key) => key.startsWith(query.get('prefix') ?? ''))
      .toSorted();
    const rest = keys.filter((key) => key > from);
    const page = rest.slice(0, 2);
    const more =
      rest.length > 2
        ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${page[1]}</NextContinuationToken>`
        : '';
    const rows = page.map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>${objects.get(key)!.at.toISOString()}</LastModified></Contents>`,
    );
    return `<ListBucketResult>${more}${rows.join('')}</ListBucketResult>`;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    uploads,
    seen,
    trouble: (kind, count) => void ([trouble, times] = [kind, count]),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isWhole(request: IncomingMessage, body: Buffer): boolean {
  const given = request.headers['x-amz-checksum-sha256'];
  return given === undefined || given === createHash('sha256').update(body).digest('base64');
}

/** Signature Version 4, as Amazon's documentation "Authenticating Requests" tells it. */
function isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
  const [, day = '', region = '', names = '', signature = ''] =
    /Credential=AKTHU\/(\d+)\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=(\w+)/.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  const payload = String(request.headers['x-amz-content-sha256']);
  const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
  if (payload !== hash(body)) return false;
  const code = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const query = [...url.searchParams]
    .map(([name, value]) => `${code(name)}=${code(value)}`)
    .toSorted()
    .join('&');
  const headers = names
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim().replace(/\s+/g, ' ')}\n`);
  const canonical = [request.method, url.pathname, query, headers.join(''), names, payload].join(
    '\n',
  );
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hash(canonical)].join(
    '\n',
  );
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (by, part) => createHmac('sha256', by).update(part).digest(),
    `AWS4${bucketKeys.secretAccessKey}`,
  );
  return createHmac('sha256', key).update(text).digest('hex') === signature;
}

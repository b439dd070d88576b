import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { raw, type Route } from '#/platform/http/index.ts';
import { favicon, fontFiles, stylesheet } from '#/ui/index.ts';
import { workerFile } from '#/ui/islands/worker-file.ts';

/** Files that pages load, all under addresses that change with their content. */
export interface PublicAssets {
  readonly routes: readonly Route[];
  readonly stylesheet: string;
  /** Address of the islands' loader, when islands were built. */
  readonly script: string | undefined;
  /** The service worker's script, when islands were built. */
  readonly worker: string | undefined;
  /** What citizens' pages are drawn with: kept by browsers for being offline. */
  readonly offline: readonly string[];
}

interface Asset {
  /** In memory; or where it lies, when hardly anybody asks for it. */
  readonly bytes: Buffer | { readonly file: string };
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

/** Reads all assets into memory: some 1.2 MB, half of it the modeller of the studio, served without touching the disk but for what hardly anybody asks for. */
export function readAssets(islandsDir: string): PublicAssets {
  const sheet = stylesheet();
  const assets = new Map<string, Asset>([
    [sheet.url, { bytes: Buffer.from(sheet.css), type: types['css']! }],
    [favicon.url, { bytes: Buffer.from(favicon.svg), type: 'image/svg+xml' }],
  ]);
  for (const { url, file } of fontFiles)
    assets.set(url, { bytes: readFileSync(file), type: types['woff2']! });
  const islands = readIslands(islandsDir);
  for (const [url, asset] of islands.assets) assets.set(url, asset);
  const fonts = fontFiles.filter(({ first }) => first).map(({ url }) => url);
  return {
    routes: [route(assets)],
    stylesheet: sheet.url,
    script: islands.script,
    worker: islands.worker,
    offline: [sheet.url, favicon.url, ...fonts, ...islandsOffline(islands.assets)],
  };
}

/** Scripts of the desk and the studio are of no use without network. */
function islandsOffline(islands: ReadonlyMap<string, Asset>): string[] {
  return [...islands.keys()].filter((url) => !/\/(?:process-drawing|bpmn|desk-keys)\./.test(url));
}

interface Islands {
  readonly assets: Map<string, Asset>;
  readonly script: string | undefined;
  readonly worker: string | undefined;
}

function readIslands(dir: string): Islands {
  const assets = new Map<string, Asset>();
  let manifest: Record<string, { file: string; isEntry?: boolean }>;
  try {
    manifest = JSON.parse(
      readFileSync(join(dir, '.vite/manifest.json'), 'utf8'),
    ) as typeof manifest;
  } catch {
    return { assets, script: undefined, worker: undefined };
  }
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name).slice(1)];
    if (type === undefined || name === workerFile) continue;
    const file = join(dir, name);
    assets.set(`/tai-nguyen/${name.replaceAll('\\', '/')}`, {
      bytes: type === types['wasm'] ? { file } : readFileSync(file),
      type,
    });
  }
  const entry = Object.values(manifest).find((item) => item.isEntry);
  const worker = readFileSync(join(dir, workerFile), 'utf8');
  return { assets, script: entry && `/tai-nguyen/${entry.file}`, worker };
}

function route(assets: ReadonlyMap<string, Asset>): Route {
  return raw('GET', '/tai-nguyen/*', ['anyone'], async (request, reply) => {
    const asset = assets.get(request.url.split('?', 1)[0]!);
    if (!asset) return reply.code(404).send();
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type(asset.type)
      .send('file' in asset.bytes ? createReadStream(asset.bytes.file) : asset.bytes);
  });
}

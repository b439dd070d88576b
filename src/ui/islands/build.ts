import { join } from 'node:path';
import { build } from 'vite';
import { workerFile } from './worker-file.ts';

/** Browsers of old telephones. What came to them later is looked for before it is used. */
const target = ['chrome71', 'safari12.1', 'firefox69'];

/**
 * Builds the browser scripts into a folder, with `.vite/manifest.json` that names the hashed files. The entry is
 * `loader.ts`; every island is a chunk of its own that is fetched only by pages that have it.
 */
export async function buildIslands(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: '/tai-nguyen/',
    logLevel: 'warn',
    // Menus of bpmn-js make elements with one Preact and draw them with another, unless there is only one.
    resolve: { dedupe: ['preact'] },
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      modulePreload: false,
      // In kB: the modeller of the studio, which no citizen's page loads.
      chunkSizeWarningLimit: 650,
      target,
      rolldownOptions: {
        input: join(import.meta.dirname, 'loader.ts'),
        output: {
          entryFileNames: 'dao/[name].[hash].js',
          chunkFileNames: 'dao/[name].[hash].js',
          assetFileNames: 'dao/[name].[hash][extname]',
        },
      },
    },
  });
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      target,
      rolldownOptions: {
        input: join(import.meta.dirname, 'service-worker.ts'),
        output: { format: 'iife', entryFileNames: workerFile },
      },
    },
  });
}

import { join } from 'node:path';
import { build } from 'vite';

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
      target: ['chrome71', 'safari12.1', 'firefox69'],
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
}

// Lets Node run `.tsx` as it runs `.ts`: types and JSX are taken away while the file is loaded, nothing is built.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'oxc-transform';

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context);
    const file = fileURLToPath(url);
    const { code, map, errors } = transformSync(file, readFileSync(file, 'utf8'), {
      lang: 'tsx',
      jsx: { runtime: 'automatic', importSource: '#/ui' },
      target: 'es2024',
      sourcemap: true,
    });
    if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`);
    const inlineMap = Buffer.from(JSON.stringify(map)).toString('base64');
    const source = `${code}\n//# sourceMappingURL=data:application/json;base64,${inlineMap}`;
    return { format: 'module', source, shortCircuit: true };
  },
});

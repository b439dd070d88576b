// Writes the skeleton of a module: npm run new:module -- name
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const name = process.argv[2] ?? '';
if (!/^[a-z]+(-[a-z]+)*$/.test(name)) {
  console.error('Tên mô-đun viết thường, nối bằng gạch ngang: npm run new:module -- open-data');
  process.exit(2);
}
const folder = join(import.meta.dirname, '../src/modules', name);
if (existsSync(folder)) {
  console.error(`Đã có thư mục ${folder}`);
  process.exit(2);
}
const schema = name.replaceAll('-', '_');
const files: Record<string, string> = {
  'README.md': `# ${name}\n\nWhat it is for, its words, its rules, its doors: ten lines.\n`,
  'index.ts': `export { refusals } from './refusals.ts';\n`,
  'access.ts': `import type { Access } from '#/platform/http/index.ts';\n\n/** Who may look. */\nexport const lookers: Access = ['official'];\n`,
  'refusals.ts': `import type { RefusalTable } from '#/platform/refusal.ts';\n\nexport const refusals = {} satisfies RefusalTable;\n`,
  'mount.ts': `import type { Mount, Services } from '#/platform/module.ts';\nimport { refusals } from './refusals.ts';\n\nexport function mount(_services: Services): Mount {\n  return { name: '${name}', routes: [], refusals };\n}\n`,
  [`migrations/0001-${name}.sql`]: `create schema ${schema};\ncomment on schema ${schema} is '';\n`,
};
mkdirSync(join(folder, 'migrations'), { recursive: true });
for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
console.log(`Đã tạo src/modules/${name}. Tiếp theo: docs/how-to/add-a-module.md`);

// Writes the skeleton of a procedure: npm run new:procedure -- slug "Tên thủ tục"
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { skeletonOf } from '#/modules/studio/index.ts';
import { dayOf } from '#/values/day.ts';

const folder = join(import.meta.dirname, '../procedures');

if (import.meta.main) {
  const [slug = '', name = ''] = process.argv.slice(2);
  if (
    !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ||
    slug.length > 80 ||
    name.trim() === '' ||
    name.length > 120
  ) {
    console.error(
      'Cách dùng: npm run new:procedure -- cap-lai-giay-khai-sinh "Cấp lại Giấy khai sinh"',
    );
    process.exit(2);
  }
  const target = join(folder, slug);
  if (existsSync(target)) {
    console.error(`Đã có thư mục ${target}`);
    process.exit(2);
  }
  mkdirSync(target, { recursive: true });
  const files = skeletonOf(slug, name.trim().normalize('NFC'), dayOf(new Date()));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(target, file), content);
  console.log(
    `Đã tạo procedures/${slug}. Viết ví dụ trước, luật sau; kiểm tra bằng: npx cqs procedure check procedures/${slug}`,
  );
}

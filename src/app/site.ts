import { text } from '#/values/text.ts';
import type { Site } from '#/ui/index.ts';

/** Who runs the demo installation. */
export const site: Site = {
  service: text('Cổng dịch vụ công trực tuyến', 'Online public services'),
  superior: text('Ủy ban nhân dân thành phố Cần Thơ', 'People’s Committee of Cần Thơ City'),
  agency: text('Phường Ninh Kiều', 'Ninh Kiều Ward'),
  contact: [
    text(
      'Trung tâm Phục vụ hành chính công phường',
      'Public Administration Service Centre of the ward',
    ),
    text(
      'Thứ hai đến thứ sáu, 7 giờ đến 11 giờ 30 và 13 giờ 30 đến 17 giờ',
      'Monday to Friday, 7:00–11:30 and 13:30–17:00',
    ),
  ],
};

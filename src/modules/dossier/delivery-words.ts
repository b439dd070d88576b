import type { Unit } from '#/modules/agency/index.ts';
import { text, type Text } from '#/values/text.ts';
import type { Dossier } from './dossier.ts';

/** Where and how the result is given. */
export function deliveryWords(
  { delivery, deliveryAddress }: Pick<Dossier, 'delivery' | 'deliveryAddress'>,
  unit: Pick<Unit, 'name'>,
): Text {
  switch (delivery) {
    case 'ONLINE':
      return text('Trực tuyến, tại trang hồ sơ', 'Online, on the page of the dossier');
    case 'COUNTER':
      return text(`Tại ${unit.name.vi}`, `At ${unit.name.en}`);
    case 'POST':
      return text(
        `Qua bưu chính công ích, đến: ${deliveryAddress ?? ''}`,
        `By post, to: ${deliveryAddress ?? ''}`,
      );
  }
}

import { demoUnits } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { text } from '#/values/text.ts';
import { seedHall, type DeclaredHall } from './store/seed.ts';

const idOf = (number: number) => `01980000-0002-7000-8000-${String(number).padStart(12, '0')}`;

/** The halls of the demo ward; their ids never change. */
export const demoHalls = {
  oneStop: {
    unitId: demoUnits.oneStop.id,
    services: [
      {
        id: idOf(1),
        letter: 'A',
        purpose: 'FILE',
        name: text('Nộp hồ sơ', 'Hand in an application'),
      },
      { id: idOf(2), letter: 'B', purpose: 'COLLECT', name: text('Nhận kết quả', 'Take a result') },
      {
        id: idOf(3),
        letter: 'C',
        purpose: 'ASK',
        name: text('Hỏi, được hướng dẫn', 'Ask, be advised'),
      },
    ],
    desks: [
      { id: idOf(11), number: 1, serves: [{ serviceId: idOf(1), minutes: 30 }] },
      { id: idOf(12), number: 2, serves: [{ serviceId: idOf(1), minutes: 30 }] },
      {
        id: idOf(13),
        number: 3,
        serves: [
          { serviceId: idOf(2), minutes: 15 },
          { serviceId: idOf(3), minutes: 15 },
        ],
      },
    ],
  },
  police: {
    unitId: demoUnits.police.id,
    services: [
      {
        id: idOf(21),
        letter: 'K',
        purpose: 'FILE',
        name: text('Cư trú, căn cước', 'Residence and identity cards'),
      },
    ],
    desks: [{ id: idOf(31), number: 1, serves: [{ serviceId: idOf(21), minutes: 20 }] }],
  },
} as const satisfies Record<string, DeclaredHall>;

/** Declares the halls of the demo ward. */
export async function seedDemoHalls(tx: Tx, at: Date): Promise<void> {
  const { from } = demoUnits.committee;
  for (const hall of Object.values(demoHalls))
    await seedHall(tx, hall, { from, source: 'Bố trí quầy của địa phương minh họa', at });
}

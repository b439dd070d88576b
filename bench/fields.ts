import { randomBytes } from 'node:crypto';
import { keysFrom } from '#/platform/crypto/index.ts';
import { createVault, openFileKms, sealCell } from '#/platform/vault/index.ts';
import { openCell } from '#/platform/vault/cell.ts';
import { newId } from '#/values/id.ts';
import type { Figure } from './figure.ts';

const goal = 20_000;

/** How many objects with a person's data a core seals and opens in a second. */
export async function measure(): Promise<Figure[]> {
  const vault = createVault(openFileKms('/nowhere/keks.json', keysFrom(randomBytes(32))));
  const { key } = vault.make(newId(), newId());
  const rows = Array.from({ length: 20_000 }, newId);
  const sealed = rows.map((row) => sealCell(key, place, row, blob));
  return [
    figure(
      'fields.seal',
      perSecond((at) => sealCell(key, place, rows[at]!, blob).length),
    ),
    figure(
      'fields.open',
      perSecond((at) => openCell(sealed[at]!, place, rows[at]!, () => key).length),
    ),
  ];
}

const place = 'identity.person.sealed';

/** As long as what is known about one person. */
const blob = JSON.stringify({
  fullName: 'Nguyễn Thị Bình',
  bornOn: '1992-03-27',
  sex: 'Nữ',
  personalId: '000192000001',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  address: { province: '92', commune: '31135', detail: '12 đường Hai Bà Trưng, khu vực 1' },
  phone: '+84900000001',
  email: 'nguyen.thi.binh@example.vn',
  organisationName: null,
  taxCode: null,
});

function perSecond(work: (at: number) => number): number {
  let [count, bytes] = [0, 0];
  for (let at = 0; at < 20_000; at += 1) bytes += work(at);
  const began = performance.now();
  while (performance.now() - began < 1_500)
    for (let at = 0; at < 1_000; at += 1, count += 1) bytes += work((count * 7) % 20_000);
  if (bytes === 0) throw new Error('nothing was done');
  return (count * 1000) / (performance.now() - began);
}

function figure(name: string, value: number): Figure {
  return {
    name,
    value,
    unit: '/s',
    reference: `limit of ${goal} objects of ${blob.length} characters a second on one core`,
    ratio: value / goal,
    goal: '≥ 1',
    holds: value >= goal,
  };
}

import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import type { PayableDemand } from './demand.ts';
import { PaymentPanel } from './payment-panel.tsx';

const collector = {
  unitId: newId(),
  agencyName: 'UBND phường Ninh Kiều',
  taxCode: null,
  series: '01/BLP',
  bankBin: '970436',
  bankName: 'Vietcombank',
  account: '1013456789',
  accountHolder: 'UBND PHUONG NINH KIEU',
};

const demand: PayableDemand = {
  collector,
  id: newId(),
  dossierId: newId(),
  payerPersonId: newId(),
  unitId: collector.unitId,
  lines: [
    {
      key: 'ban-sao',
      label: text('Bản sao trích lục', 'Certified extract'),
      amount: 8_000,
      quantity: 2,
    },
  ],
  total: 16_000,
  state: 'open',
  reference: 'LP7K3M9Q2XTA',
  ground: null,
  demandedAt: new Date('2026-07-15T09:00:00+07:00'),
  closedAt: null,
  held: 0,
};

const drawn = (more: Partial<PayableDemand>, lang: 'vi' | 'en' = 'vi') =>
  renderToString(<PaymentPanel demand={{ ...demand, ...more }} lang={lang} />);

test('who owes sees the amount, what it is for, where to send it and with which words', () => {
  const html = drawn({});
  for (const words of [
    'Phải nộp 16.000 đ',
    'Bản sao trích lục',
    '2 × 8.000 đ',
    '1013456789',
    'LP7K3M9Q2XTA',
    '<svg',
  ]) {
    expect(html).toContain(words);
  }
});

test('what came already is not asked for again', () => {
  const html = drawn({ held: 6_000 });
  expect(html).toContain('Phải nộp 10.000 đ');
  expect(html).toContain('Đã nhận 6.000 đ');
});

test('once it is paid there is nothing left to scan', () => {
  const html = drawn({ state: 'paid', closedAt: new Date('2026-07-16T01:00:00Z') });
  expect(html).toContain('Đã nộp 16.000 đ ngày 16/07/2026.');
  expect(html).not.toContain('LP7K3M9Q2XTA');
});

test('a waiver tells its ground', () => {
  expect(drawn({ state: 'waived', ground: 'Hộ nghèo' }, 'en')).toContain(
    '16.000 đ was waived. Ground: Hộ nghèo.',
  );
});

import { expect, test } from 'vitest';
import { demoUnits } from '#/modules/agency/index.ts';
import { refuseUnready } from '#/modules/signing/index.ts';
import { listCertificates } from '#/modules/signing/store/certificates.ts';
import { demoOffice } from './office.ts';

const office = demoOffice();
const path = '/quan-tri/chu-ky-so';

async function certificateOf(holder: string) {
  const all = await office().services.database.transaction(listCertificates);
  return all.find((each) => each.holder === holder)!;
}

test('administrators see certificates, and only they', async () => {
  const admin = await office().signedIn('quan-tri');
  await admin.open(path);
  for (const words of ['Huỳnh Văn Thành', 'Công an phường Ninh Kiều', 'Đang dùng'])
    expect(admin.words).toContain(words);
  expect((await (await office().signedIn('lanh-dao-1')).open(path)).status).toBe(403);
});

test('a certificate that is listed, or that is none, is not added', async () => {
  const admin = await office().signedIn('quan-tri');
  const { certificate } = await certificateOf('Huỳnh Văn Thành');
  const pem = `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----`;
  const fields = {
    loai: 'personal',
    tai_khoan: 'lanh-dao-1',
    don_vi: 'ninh-kieu',
    chung_thu: pem,
    noi_giu_khoa: 'csc',
    ten_khoa: 'leader-1',
    noi_lam: 'Trụ sở',
    nguoi_chung_kien: 'Bùi Ngọc Diệp',
  };
  await admin.open(`${path}/them`);
  await admin.fill(fields, '/them');
  expect(admin.words).toContain('Chứng thư này đã có trong danh sách');
  await admin.open(`${path}/them`);
  await admin.fill({ ...fields, chung_thu: 'x' }, '/them');
  expect([admin.status, admin.words]).toEqual([422, expect.stringContaining('Không đọc được')]);
  await admin.open(`${path}/goc`);
  await admin.fill({ chung_thu: pem, nguon: 'x' }, '/goc');
  expect(admin.words).toContain('Không đọc được chứng thư gốc');
});

test('how an office signs is set from today on, never in the past', async () => {
  const admin = await office().signedIn('quan-tri');
  const fields = {
    don_vi: 'ninh-kieu',
    'tu_ngay.day': '20',
    'tu_ngay.month': '8',
    'tu_ngay.year': '2026',
    muc: 'B-LTA',
    duong_kinh: '38',
    nguon: 'Quyết định số 12/QĐ-UBND',
  };
  await admin.open(`${path}/cach-ky`);
  await admin.fill({ ...fields, 'tu_ngay.year': '2025' }, '/cach-ky');
  expect(admin.words).toContain('Chỉ đặt được từ hôm nay trở đi');
  await admin.open(`${path}/cach-ky`);
  await admin.fill(fields, '/cach-ky');
  expect(admin.words).toContain('B-LTA');
});

test('who takes a certificate back names why and who saw it; then its holder cannot approve', async () => {
  const admin = await office().signedIn('quan-tri');
  const { id, accountId } = await certificateOf('Huỳnh Văn Thành');
  await admin.open(`${path}/${id}`);
  await admin.fill({}, '/thu-hoi');
  expect(admin.status).toBe(422);
  const fields = {
    ly_do: 'Mất thẻ',
    noi_lam: 'Trụ sở',
    nguoi_chung_kien: 'Bùi Ngọc Diệp; Mai Lan',
  };
  await admin.fill(fields, '/thu-hoi');
  for (const words of ['Đã thu hồi', 'Mất thẻ', 'Bùi Ngọc Diệp, Mai Lan'])
    expect(admin.words).toContain(words);
  const { services } = office();
  const refused = await services.database.transaction((tx) =>
    refuseUnready(
      tx,
      { unitId: demoUnits.committee.id, accountId: accountId! },
      services.clock.now(),
    ),
  );
  expect(refused?.refused).toBe('signing.personal-ended');
});

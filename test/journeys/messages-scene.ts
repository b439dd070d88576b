import { newId } from '#/values/id.ts';
import type { Office } from './office.ts';

/** An administrator registers a service of another agency, with a template. */
export async function registersService(office: Office): Promise<string> {
  const admin = await office.signedIn('quan-tri');
  await admin.open('/quan-tri/tin-nhan/dich-vu');
  await admin.fill({ name: 'Sở Y tế, nhắc tiêm chủng', dailyLimit: '1000' });
  const service = admin.path;
  await admin.fill(
    {
      templateName: 'Nhắc lịch tiêm',
      channel: 'sms',
      viBody: 'Mời ((ho_ten)) đưa trẻ đi tiêm ngày ((ngay)).',
    },
    '/mau',
  );
  return service;
}

/** Where the link of a mail leads by which one stops it. */
export function unsubscribeLink({ services }: Office): string {
  const id = newId();
  return `/bao-tin/thoi-nhan/${id}.${services.keys.sign('notify.unsubscribe', id)}`;
}

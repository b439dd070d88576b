import type { Office } from './office.ts';

/** A procedure gets a version with another process, and an administrator wants its running dossiers moved there. */
export async function proposesMove(office: Office, slug: string): Promise<string> {
  const editor = await office.signedIn('quan-tri');
  const leader = await office.signedIn('lanh-dao-1');
  await editor.open(`/xuong-thu-tuc/thu-tuc/${slug}`);
  await editor.fill({}, '/sua');
  const draft = editor.path;
  await editor.open(`${draft}/van-ban/process.bpmn`);
  const bpmn = editor.form('process.bpmn').fields.get('body')!;
  await editor.fill({ body: bpmn.replace('name="', 'name="Sửa: ') }, 'process.bpmn');
  await editor.open(`${draft}/duyet`);
  await editor.fill({ words: '' }, '/gui-duyet');
  await leader.open(`${draft}/duyet`);
  await leader.fill({ words: '' }, '/duyet');
  await editor.open(`${draft}/duyet`);
  await editor.fill({}, '/cong-bo');
  await editor.open(`/xuong-thu-tuc/thu-tuc/${slug}/chuyen-ho-so`);
  await editor.fill({ reason: 'Quyết định 12/QĐ-UBND' }, '/chuyen-ho-so');
  return editor.path;
}

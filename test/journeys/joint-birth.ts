import { newId } from '#/values/id.ts';
import { story } from './answers/lien-thong-khai-sinh.ts';
import { apply } from './apply.ts';
import type { Office } from './office.ts';
import { handle } from './official.ts';
import type { Person } from './person.ts';
import { typingOf } from './type-answers.ts';

const jointSlug = 'lien-thong-khai-sinh';

/** A joint dossier whose birth is registered: the police and the insurance are asked for their parts. */
export async function registeredBirth(commune: Office): Promise<{ code: string; mother: Person }> {
  const mother = await commune.signedIn(story.applicant);
  const code = await apply(mother, jointSlug, await typingOf(commune, jointSlug, story), {
    subject: newId(),
  });
  await handle(commune, 'mot-cua-1', code, 'tiep-nhan');
  await handle(commune, 'thu-ly-1', code, 'chuyen-buoc');
  await handle(commune, 'lanh-dao-1', code, 'ky-duyet');
  await handle(commune, 'van-thu-1', code, 'vao-so');
  return { code, mother };
}

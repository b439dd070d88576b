import { drawProcess, listPositions, loadDefinition } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { Details, Drawing } from '#/ui/index.ts';
import { say, type Lang } from '#/values/text.ts';
import type { Dossier } from '../../dossier.ts';
import { caseWords as words } from './case-words.ts';
import type { CaseProps } from './dossier-view.tsx';

/** The process of a dossier as a picture, with where it is and where it has been. */
export async function pictureOf(
  tx: Tx,
  dossier: Pick<Dossier, 'id'>,
  lang: Lang,
): Promise<string | undefined> {
  const [position] = await listPositions(tx, dossier.id);
  if (!position) return undefined;
  const model = await loadDefinition(tx, position.definitionId);
  return drawProcess(model, { active: position.active, done: position.done, lang });
}

/** Folded away: the steps beside tell the same in words. */
export function ProcessPicture({
  visit,
  picture,
}: CaseProps & { readonly picture: string | undefined }) {
  if (picture === undefined) return null;
  const label = say(visit.lang, words.picture);
  return (
    <Details summary={label}>
      <Drawing svg={picture} label={label} />
    </Details>
  );
}

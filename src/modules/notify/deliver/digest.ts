import { text, type Lang } from '#/values/text.ts';
import { say } from '#/values/text.ts';
import { insertDigest, takeHeld } from '../store/digests.ts';
import type { Office } from './office.ts';

/** Makes one mail of what was held for each person whose time has come. Returns for how many people. */
export async function gatherDigests(office: Office): Promise<number> {
  const at = office.services.clock.now();
  return office.services.database.transaction(async (tx) => {
    const people = await takeHeld(tx, at);
    for (const { personId, lang, letters } of people) {
      const first = letters[0]!;
      await insertDigest(tx, {
        personId,
        lang,
        at,
        letter: {
          ...first,
          values: {
            ...first.values,
            title: titleOf(lang, letters.length),
            body: letters.map(({ values }) => `• ${values['title']}`).join('\n'),
            link: `${office.services.config.publicUrl}/hop-thu`,
          },
        },
      });
    }
    return people.length;
  });
}

function titleOf(lang: Lang, n: number): string {
  return say(lang, text(`${n} tin`, n === 1 ? '1 message' : `${n} messages`));
}

import { noLookups } from '#/platform/form/index.ts';
import { post, type Route } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { fill, say } from '#/values/text.ts';
import { receivers } from '../../access.ts';
import { openDraft } from '../../commands/draft.ts';
import { takeIn } from '../../commands/take-in.ts';
import { occasionOf } from '../apply/frame.tsx';
import { showReview } from '../apply/review-page.tsx';
import { applyWords } from '../words.ts';
import { intakeFinish } from './finish.tsx';
import { intakeWords as words } from './intake-words.ts';

/** The end of entering: the dossier is made and stands at the desk, ready to be accepted. */
export function finishRoutes(): Route[] {
  return [
    post('/can-bo/nhan-ho-so/:draft/nop', receivers, async (tx, visit, body) => {
      const draftId = visit.params['draft'] ?? '';
      const occasion = occasionOf(visit);
      const reading = intakeFinish.read(body, { ...occasion, lookups: noLookups });
      const { answers } = reading;
      const isAddressMissing = answers?.delivery === 'POST' && !answers.deliveryAddress;
      if (!answers || isAddressMissing) {
        const opened = await openDraft(tx, visit.actor!, draftId);
        if (isRefusal(opened)) return opened;
        const wrong = isAddressMissing
          ? { deliveryAddress: applyWords.deliveryAddressMissing }
          : reading.wrong;
        return showReview(tx, visit, opened, { ...reading, wrong }, 422);
      }
      const taken = await takeIn(tx, visit.actor!, {
        draftId,
        isSigned: answers.signed,
        delivery: answers.delivery,
        deliveryAddress: answers.deliveryAddress ?? null,
        occasion,
      });
      if (isRefusal(taken)) return taken;
      return {
        goTo: `/can-bo/ho-so/${taken.code}`,
        notice: say(visit.lang, fill(words.taken, taken)),
      };
    }),
  ];
}

import { post, type Body, type Route, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { formatDay } from '#/values/day.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { editors, reviewers } from '../access.ts';
import { catchUp } from '../commands/catch-up.ts';
import { publishDraft } from '../commands/publish.ts';
import { approve, askReview, discardDraft, sendBack } from '../commands/review.ts';
import { home, placeHref } from './places.ts';
import type { Workbench } from './workbench.ts';

const words = {
  asked: text('Đã gửi duyệt', 'Handed over for review'),
  approved: text('Đã duyệt', 'Approved'),
  sentBack: text('Đã trả lại để sửa', 'Sent back'),
  discarded: text('Đã bỏ bản nháp', 'The draft was discarded'),
  published: text(
    'Đã công bố phiên bản {no}, có hiệu lực từ {from}',
    'Version {no} is published, in force from {from}',
  ),
  caughtUp: text('Đã lấy thay đổi của phiên bản mới', 'The newer version was taken over'),
  clashed: text(
    'Đã lấy thay đổi của phiên bản mới; {n} chỗ cả hai cùng sửa, xem ở Lịch sử',
    'The newer version was taken over; {n} places were changed on both sides, see the history',
  ),
} as const;

/** What is done with a draft as a whole. */
export function reviewRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id`;
  const idOf = (visit: Visit) => visit.params['id'] ?? '';
  const after = (outcome: object | Refusal, visit: Visit, notice: Text) =>
    isRefusal(outcome)
      ? outcome
      : { goTo: placeHref(idOf(visit), 'duyet'), notice: say(visit.lang, notice) };
  return [
    post(`${path}/gui-duyet`, editors, async (tx, visit, body) => {
      const input = { draftId: idOf(visit), words: wordsOf(body) };
      return after(await askReview(tx, visit.actor!, input, workbench), visit, words.asked);
    }),

    post(`${path}/duyet`, reviewers, async (tx, visit, body) => {
      const input = { draftId: idOf(visit), words: wordsOf(body) };
      return after(await approve(tx, visit.actor!, input, workbench), visit, words.approved);
    }),

    post(`${path}/tra-lai`, reviewers, async (tx, visit, body) => {
      const input = { draftId: idOf(visit), words: wordsOf(body) };
      return after(await sendBack(tx, visit.actor!, input), visit, words.sentBack);
    }),

    post(`${path}/cong-bo`, editors, async (tx, visit) => {
      const outcome = await publishDraft(tx, visit.actor!, { draftId: idOf(visit) }, workbench);
      if (isRefusal(outcome)) return outcome;
      const { no, effectiveFrom } = outcome.version;
      const facts = { no: String(no), from: formatDay(effectiveFrom) };
      return after(outcome, visit, fill(words.published, facts));
    }),

    post(`${path}/lay-ban-moi`, editors, async (tx, visit) => {
      const outcome = await catchUp(tx, visit.actor!, { draftId: idOf(visit) });
      if (isRefusal(outcome)) return outcome;
      const n = outcome.clashes.length;
      return after(
        outcome,
        visit,
        n === 0 ? words.caughtUp : fill(words.clashed, { n: String(n) }),
      );
    }),

    post(`${path}/bo`, editors, async (tx, visit) => {
      const outcome = await discardDraft(tx, visit.actor!, { draftId: idOf(visit) });
      if (isRefusal(outcome)) return outcome;
      return { goTo: home, notice: say(visit.lang, words.discarded) };
    }),
  ];
}

function wordsOf(body: Body): string {
  const words = [body['words'] ?? ''].flat().at(-1) ?? '';
  return words.normalize('NFC').slice(0, 2000);
}

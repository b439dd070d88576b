import { get, post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { ask, form, noLookups, type Filled } from '#/platform/form/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { AskAll, BackLink, Button, ErrorSummary, Form } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { fold } from '#/values/fold.ts';
import { fill, say, text } from '#/values/text.ts';
import { editors } from '../access.ts';
import { beginNew, isSlug } from '../commands/begin.ts';
import { refusals } from '../refusals.ts';
import { plainPage } from './frame.tsx';
import { home, placeHref } from './places.ts';

const words = {
  title: text('Thủ tục mới', 'New procedure'),
  lead: text(
    'Bản nháp bắt đầu từ một mẫu đã chạy được: một trang hỏi, một giấy tờ, không thu phí, ba ngày làm việc. Bạn thay dần từng phần.',
    'The draft begins with a model that works: one page, one paper, no fee, three working days. You replace it part by part.',
  ),
  begin: text('Tạo bản nháp', 'Begin the draft'),
  badSlug: text(
    'Địa chỉ chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ cap-lai-giay-khai-sinh',
    'The address holds lower-case letters without marks, digits and hyphens, such as cap-lai-giay-khai-sinh',
  ),
} as const;

const questions = form({
  name: ask.text({
    label: text('Tên thủ tục', 'Name of the procedure'),
    hint: text('Như người dân gọi, ví dụ Cấp lại Giấy khai sinh', 'As people call it'),
    required: true,
    maxLength: 120,
  }),
  slug: ask.text({
    label: text('Địa chỉ trên cổng', 'Address on the portal'),
    hint: text(
      'Để trống thì lấy từ tên. Địa chỉ không bao giờ đổi.',
      'Left empty it is made from the name. It never changes.',
    ),
    maxLength: 80,
  }),
});

/** Beginning a procedure that does not exist yet. */
export function newRoutes(): Route[] {
  return [
    get(`${home}/moi`, editors, async (_tx, visit) => shown(visit, questions.blank)),
    post(`${home}/moi`, editors, async (tx, visit, body: Body) => {
      const reading = questions.read(body, {
        today: dayOf(visit.now),
        demo: visit.isDemo,
        lookups: noLookups,
      });
      if (!reading.answers) return shown(visit, reading);
      const { name, slug = addressOf(name) } = reading.answers;
      if (!isSlug(slug)) return shown(visit, { ...reading, wrong: { slug: words.badSlug } });
      const begun = await beginNew(tx, visit.actor!, { slug, name });
      if (isRefusal(begun)) {
        const taken = fill(refusals['studio.slug-taken'].words, { slug });
        return shown(visit, { ...reading, wrong: { slug: taken } });
      }
      return { goTo: placeHref(begun.draftId) };
    }),
  ];
}

function addressOf(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '');
}

function shown(visit: Visit, filled: Filled): Shown {
  const { lang } = visit;
  const isWrong = Object.keys(filled.wrong).length > 0;
  return plainPage(
    visit,
    say(lang, words.title),
    <>
      <BackLink lang={lang} href={home} />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <Form csrf={visit.csrf} lang={lang}>
        <AskAll questions={questions.list} lang={lang} {...filled} />
        <Button icon="plus">{say(lang, words.begin)}</Button>
      </Form>
    </>,
    isWrong ? 422 : 200,
  );
}

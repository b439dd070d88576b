import type { Filled, Lookups, Question } from '#/platform/form/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import { Ask, BackLink, Button, DeskLayout, ErrorSummary, Form, InsetText } from '#/ui/index.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { refusals } from '../refusals.ts';

/** A form that proposes a change of the calendar. */
export interface ChangeForm {
  readonly title: Text;
  readonly questions: readonly Question[];
  readonly lookups: Lookups;
  readonly filled: Filled;
}

/** Shows it. What is proposed is applied on another page, where one sees what it moves. */
export function showChangeForm(visit: Visit, form: ChangeForm, status?: 422): Shown {
  const { lang, csrf } = visit;
  const { questions, lookups, filled } = form;
  const title = say(lang, form.title);
  const view = (
    <DeskLayout lang={lang}>
      <BackLink lang={lang} href="/quan-tri/co-quan#lich" />
      <ErrorSummary lang={lang} wrong={filled.wrong} />
      <h1>{title}</h1>
      <Form csrf={csrf} lang={lang}>
        {questions.map((question) => (
          <Ask key={question.name} question={question} lang={lang} lookups={lookups} {...filled} />
        ))}
        <InsetText>{say(lang, words.effect)}</InsetText>
        <Button>{say(lang, words.see)}</Button>
      </Form>
    </DeskLayout>
  );
  return { title, view, layout: 'desk', status };
}

/** Why a change cannot be proposed, to stand beside the day that it is about. */
export function refusalWords({ refused, facts = {} }: Refusal): Text {
  return fill(refusals[refused as keyof typeof refusals].words, facts);
}

const words = {
  effect: text(
    'Trước khi áp dụng, bạn sẽ xem hồ sơ nào đổi hạn. Chưa có gì thay đổi ở bước này.',
    'Before it is applied you see which dossiers get another due date. Nothing changes yet.',
  ),
  see: text('Xem ảnh hưởng', 'See what it moves'),
};

import {
  paperGroups,
  reuseSource,
  type CatalogueFacts,
  type Paper,
} from '#/modules/procedure/index.ts';
import { noLookups } from '#/platform/form/index.ts';
import { tellAnswer } from '#/platform/form/tell-answer.ts';
import type { Day } from '#/values/day.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { factsSections } from '../pages/facts-sections.ts';
import type { Subject } from '../sentence/subject.ts';
import { tellCondition } from '../sentence/tell.ts';
import { changed, compareLists, type Difference } from './difference.ts';

type Facts = Partial<CatalogueFacts>;

/** Days and lists in words do not hang on a day or on lists of data here. */
const setting = { today: '2026-01-01' as Day, demo: true, lookups: noLookups };

/** What is told to the public otherwise. */
export function compareFacts(before: Facts, after: Facts, lang: Lang): Difference[] {
  return factsSections.flatMap((section) => {
    const [was, now] = [section.fill(before), section.fill(after)];
    return section.form.list.flatMap((question) => {
      const tell = (answer: unknown) => tellAnswer(question, answer, lang, setting);
      return changed(say(lang, question.label), tell(was[question.name]), tell(now[question.name]));
    });
  });
}

const words = {
  always: text('luôn cần', 'always'),
  name: text('tên', 'name'),
  group: text('loại', 'kind'),
  when: text('khi nào cần', 'when needed'),
  reuse: text('lấy lại từ', 'reused from'),
  number: text('số bản', 'copies'),
  required: text('bắt buộc', 'required'),
  yes: text('có', 'yes'),
  no: text('không', 'no'),
  note: text('ghi chú', 'note'),
} as const;

/** Papers that came, went, or are needed otherwise. */
export function comparePapers(
  before: Facts,
  after: Facts,
  subjects: readonly Subject[],
  lang: Lang,
): Difference[] {
  const when = ({ when: feel }: Paper) =>
    feel === undefined ? say(lang, words.always) : tellCondition(feel, subjects, lang);
  return compareLists(before.papers ?? [], after.papers ?? [], ({ code }) => code, {
    whole: (paper) => ({
      place: say(lang, paper.name),
      words: `${say(lang, paper.name)} (${when(paper)})`,
    }),
    inside: (was, now) => {
      const at = (part: keyof typeof words) => `${say(lang, now.name)}: ${say(lang, words[part])}`;
      const both = (tell: (paper: Paper) => string) => [tell(was), tell(now)] as const;
      return [
        ...changed(at('name'), ...both(({ name }) => say(lang, name))),
        ...changed(
          at('group'),
          ...both(({ group }) => say(lang, paperGroups[group] ?? text(group, group))),
        ),
        ...changed(at('when'), ...both(when)),
        ...changed(
          at('reuse'),
          ...both(({ reuseFrom }) => (reuseFrom ? say(lang, reuseSource(reuseFrom)) : '')),
        ),
        ...changed(at('number'), ...both(({ originals, copies }) => `${originals} + ${copies}`)),
        ...changed(
          at('required'),
          ...both(({ required }) => say(lang, required ? words.yes : words.no)),
        ),
        ...changed(at('note'), ...both(({ note }) => (note === undefined ? '' : say(lang, note)))),
      ];
    },
  });
}

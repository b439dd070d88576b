import {
  paperGroups,
  reuseCodes,
  reuseSource,
  type Artefacts,
  type CatalogueFacts,
  type Paper,
} from '#/modules/procedure/index.ts';
import { ask, form, type Answers } from '#/platform/form/index.ts';
import type { Route, Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { InsetText, Link, LinkButton, Table } from '#/ui/index.ts';
import { say, text } from '#/values/text.ts';
import { paperScope } from '../conditions.ts';
import { withPaper } from '../dmn/paper-rules.ts';
import { readEditable } from '../editable.ts';
import { afterDeed } from '../list-edit.ts';
import { tellCondition } from '../sentence/tell.ts';
import { writeJson } from '../text/write-json.ts';
import { bilingual, mustWords, typeWords, wordsOf } from '../question/bilingual.ts';
import { framed } from './frame.tsx';
import { deedRoutes, ItemButtons } from './list-deeds.tsx';
import { dmnWords } from './rules/open-decision.ts';
import { home, placeHref } from './places.ts';
import { sectionRoutes, type Edited } from './section.ts';
import type { Bench, Workbench } from './workbench.ts';

const here = 'giay-to';
const fresh = '_moi';

const words = {
  title: text('Giấy tờ', 'Papers'),
  lead: text(
    'Thành phần hồ sơ, điều kiện khi nào cần, và giấy tờ nào nhà nước đã có nên không đòi nữa.',
    'The papers of the dossier, when each is needed, and which the state holds already and so does not ask for.',
  ),
  agree: text(
    'Sửa điều kiện của một giấy tờ ở đây thì dòng của giấy tờ đó trong bảng giấy tờ ở phần Quy tắc được viết lại theo; trang Kiểm tra so hai bên bằng các ví dụ.',
    'When the condition of a paper is changed here, its row in the table of papers under Rules is written anew; the check compares both by the examples.',
  ),
  name: text('Giấy tờ', 'Paper'),
  group: text('Loại', 'Kind'),
  when: text('Khi nào cần', 'When needed'),
  always: text('Luôn cần', 'Always'),
  reuse: text('Lấy lại từ', 'Reused from'),
  acts: text('Sắp xếp', 'Arrange'),
  add: text('Thêm giấy tờ', 'Add a paper'),
  fresh: text('Giấy tờ mới', 'New paper'),
  condition: text('Khi nào cần giấy này?', 'When is this paper needed?'),
  twice: text('Mã này đã có ở giấy tờ khác', 'Another paper has this code'),
} as const;

const questions = form({
  ...bilingual('name', { label: text('Tên giấy tờ', 'Name of the paper') }),
  code: ask.text({
    label: text('Mã', 'Code'),
    hint: text(
      'Mã thành phần hồ sơ; quy tắc gọi giấy tờ bằng mã này',
      'Rules name the paper by it',
    ),
    required: true,
    maxLength: 120,
  }),
  group: ask.radio(
    (Object.keys(paperGroups) as Paper['group'][]).map((value) => ({
      value,
      label: paperGroups[value],
    })),
    { label: text('Loại', 'Kind'), required: true },
  ),
  originals: ask.integer({
    label: text('Số bản chính', 'Originals'),
    required: true,
    min: 0,
    max: 20,
  }),
  copies: ask.integer({ label: text('Số bản sao', 'Copies'), required: true, min: 0, max: 20 }),
  required: ask.checkbox({
    label: text('Bắt buộc (không có thì chưa nộp được)', 'Required (cannot be filed without)'),
  }),
  reuseFrom: ask.select(
    [...reuseCodes].map((value) => ({ value, label: reuseSource(value) })),
    {
      label: text('Nhà nước đã có ở đâu?', 'Where does the state hold it?'),
      hint: text(
        'Chọn thì người dân không phải nộp khi tra cứu được',
        'Not asked for when it is found there',
      ),
    },
  ),
  ...bilingual('note', {
    label: text('Ghi chú cho người nộp', 'Note'),
    isLong: true,
    isOptional: true,
  }),
});

/** The papers of a draft in their order. */
export function showPapers(visit: Visit, bench: Bench): Shown | Refusal {
  const { lang } = visit;
  const facts = readEditable('procedure.json', bench.artefacts);
  if (isRefusal(facts)) return facts;
  const papers = facts.papers ?? [];
  const { subjects } = scopeOf(bench, facts);
  const pathOf = (code: string) => placeHref(bench.draft.id, `${here}/${encodeURIComponent(code)}`);
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <InsetText>{say(lang, words.agree)}</InsetText>
      <LinkButton href={placeHref(bench.draft.id, `${here}/${fresh}`)} icon="plus">
        {say(lang, words.add)}
      </LinkButton>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={papers.map((paper, at) => ({ paper, at }))}
        columns={[
          {
            title: say(lang, words.name),
            heads: true,
            cell: ({ paper }) => <Link href={pathOf(paper.code)}>{say(lang, paper.name)}</Link>,
          },
          {
            title: say(lang, words.group),
            cell: ({ paper }) =>
              say(lang, paperGroups[paper.group] ?? text(paper.group, paper.group)),
          },
          {
            title: say(lang, words.when),
            cell: ({ paper: { when } }) =>
              when === undefined ? say(lang, words.always) : tellCondition(when, subjects, lang),
          },
          {
            title: say(lang, words.reuse),
            cell: ({ paper: { reuseFrom } }) =>
              reuseFrom ? say(lang, reuseSource(reuseFrom)) : '',
          },
          {
            title: say(lang, words.acts),
            cell: ({ paper, at }) => (
              <ItemButtons
                visit={visit}
                bench={bench}
                path={pathOf(paper.code)}
                about={say(lang, paper.name)}
                isFirst={at === 0}
                isLast={at === papers.length - 1}
              />
            ),
          },
        ]}
      />
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here, view });
}

/** The pages of single papers, and the buttons beside them. */
export function paperRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}/:ma`;
  return [
    ...sectionRoutes(workbench, path, openPaper),
    ...deedRoutes(workbench, path, (visit, bench) => {
      const facts = readEditable('procedure.json', bench.artefacts);
      if (isRefusal(facts)) return facts;
      const papers = facts.papers ?? [];
      const at = papers.findIndex(({ code }) => code === visit.params['ma']);
      if (at < 0) return refuse('studio.no-place');
      return {
        file: 'procedure.json',
        here,
        what: say(visit.lang, papers[at]!.name),
        goTo: placeHref(bench.draft.id, here),
        apply: (deed) =>
          deed === 'bo' && papers.length === 1
            ? refuse('studio.last-one')
            : {
                text: writeJson({ ...facts, papers: afterDeed(papers, at, deed) }),
                others: deed === 'bo' ? rulesWith(bench, facts, papers[at], undefined) : {},
              },
      };
    }),
  ];
}

function openPaper(visit: Visit, bench: Bench) {
  const { lang } = visit;
  const facts = readEditable('procedure.json', bench.artefacts);
  if (isRefusal(facts)) return facts;
  const papers = facts.papers ?? [];
  const code = visit.params['ma'];
  const at = papers.findIndex((paper) => paper.code === code);
  if (at < 0 && code !== fresh) return refuse('studio.no-place');
  const paper = papers[at];
  const list = placeHref(bench.draft.id, here);
  return {
    title: paper === undefined ? say(lang, words.fresh) : say(lang, paper.name),
    here,
    back: { href: list, title: say(lang, words.title) },
    form: questions,
    answers: paper === undefined ? { originals: 1, copies: 0, required: true } : typePaper(paper),
    conditions: [
      { prefix: 'when', label: words.condition, scope: scopeOf(bench, facts), feel: paper?.when },
    ],
    file: 'procedure.json' as const,
    apply(edited: Edited) {
      const written = paperOf(edited, paper);
      if (papers.some((other, no) => no !== at && other.code === written.code)) {
        return { wrong: { code: words.twice } };
      }
      const next = paper === undefined ? [...papers, written] : papers.with(at, written);
      return {
        text: writeJson({ ...facts, papers: next }),
        others: rulesWith(bench, facts, paper, written),
      };
    },
    goTo: () => list,
  };
}

/** The rules after a paper changed. Papers that are looked up have no rules. */
function rulesWith(
  bench: Bench,
  facts: Partial<CatalogueFacts>,
  before: Paper | undefined,
  after: Paper | undefined,
): Partial<Artefacts> {
  const { subjects } = scopeOf(bench, facts);
  const isRuled = (paper: Paper | undefined) => paper !== undefined && paper.group !== 'LOOKED_UP';
  const xml = bench.artefacts['rules.dmn'];
  if (dmnWords(xml) !== undefined) return {};
  const written = withPaper(
    xml,
    isRuled(before) ? before : undefined,
    isRuled(after) ? after : undefined,
    (path) => subjects.find((subject) => subject.path === path)?.label.vi ?? path,
  );
  return dmnWords(written) === undefined ? { 'rules.dmn': written } : {};
}

function typePaper({ name, note, ...others }: Paper): Answers {
  return { ...others, ...typeWords('name', name), ...typeWords('note', note) };
}

/** The paper with what was answered; what its form does not ask stays as it was. */
function paperOf({ answers, feel }: Edited, before: Paper | undefined): Paper {
  const written = {
    ...before,
    code: String(answers['code']),
    name: mustWords(answers, 'name'),
    originals: Number(answers['originals']),
    copies: Number(answers['copies']),
    group: answers['group'],
    when: feel['when'],
    reuseFrom: answers['reuseFrom'] ?? null,
    required: answers['required'] === true,
    note: wordsOf(answers, 'note'),
  };
  const isSaid = Object.entries(written).filter(([, value]) => value !== undefined);
  return Object.fromEntries(isSaid) as unknown as Paper;
}

function scopeOf(bench: Bench, facts: Partial<CatalogueFacts>) {
  const read = readEditable('form.json', bench.artefacts);
  return paperScope(facts, isRefusal(read) ? undefined : read);
}

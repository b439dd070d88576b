import { get, post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { Button, Details, Form, NotificationBanner } from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import { editors, reviewers } from '../../access.ts';
import { readEditable } from '../../editable.ts';
import { blocks } from '../../template/blocks.ts';
import { withAnswer, withBlock } from '../../template/insert.ts';
import { framed } from '../frame.tsx';
import { home, placeHref } from '../places.ts';
import {
  ClashNotice,
  keepFirstLineEnd,
  RevisionField,
  revisionOf,
  saveAnd,
  type Clashed,
} from '../saving.tsx';
import { layOut, type Bench, type Workbench } from '../workbench.ts';

export const here = 'mau-ket-qua';

const words = {
  title: text('Mẫu kết quả', 'Result template'),
  lead: text(
    'Giấy tờ được cấp, viết bằng Typst. Bấm “Xem thử” để in ra PDF với câu trả lời của một ví dụ, chưa lưu gì.',
    'The paper that is issued, written in Typst. “Preview” prints it with the answers of an example; nothing is saved.',
  ),
  fault: text('Mẫu chưa in được', 'The template cannot be printed'),
  template: text('Văn bản mẫu', 'Template'),
  example: text('In với ví dụ', 'Print with the example'),
  refused: text('In như hồ sơ bị từ chối', 'Print as for a refused case'),
  preview: text('Xem thử', 'Preview'),
  frame: text('Bản xem thử', 'Preview'),
  save: text('Lưu', 'Save'),
  library: text(
    'Khối văn bản có sẵn (thể thức Nghị định 30/2020)',
    'Blocks (forms of Decree 30/2020)',
  ),
  insert: text('Chèn vào cuối', 'Insert at the end'),
  answers: text('Thông tin từ tờ khai', 'Facts from the form'),
  question: text('Câu hỏi', 'Question'),
  insertAnswer: text('Chèn câu trả lời', 'Insert the answer'),
} as const;

/** The template with its library and its preview. */
export function templateRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${here}`;
  return [
    get(path, reviewers, async (tx, visit) => {
      const bench = await layOut(tx, visit, workbench);
      return isRefusal(bench) ? bench : shown(visit, bench, {});
    }),
    post(path, editors, async (tx, visit, body) => {
      const bench = await layOut(tx, visit, workbench);
      if (isRefusal(bench)) return bench;
      const left = leftOf(body);
      const revision = revisionOf(body, bench);
      const deed = last(body, '_do');
      if (deed !== '') {
        return shown(visit, bench, { ...left, typed: afterButton(bench, left, deed), revision });
      }
      return saveAnd({
        tx,
        visit,
        bench,
        revision,
        texts: { 'result.typ': left.typed },
        what: say('vi', words.title),
        goTo: placeHref(bench.draft.id, here),
        again: (clash) => shown(visit, bench, { ...left, revision: clash.revision, clash }),
      });
    }),
  ];
}

interface Left {
  readonly typed?: string;
  readonly example?: string;
  readonly isRefused?: boolean;
  readonly question?: string;
  readonly revision?: number;
  readonly clash?: Clashed;
}

function leftOf(body: Body) {
  return {
    typed: last(body, 'template').replaceAll('\r\n', '\n'),
    example: last(body, 'vi_du'),
    isRefused: last(body, 'tu_choi') !== '',
    question: last(body, 'cau'),
  };
}

function last(body: Body, name: string): string {
  return [body[name] ?? ''].flat().at(-1) ?? '';
}

function afterButton(bench: Bench, { typed = '', question = '' }: Left, deed: string): string {
  if (deed.startsWith('block:')) return withBlock(typed, deed.slice('block:'.length));
  const found = questionsOf(bench).find(({ name }) => name === question);
  return found === undefined ? typed : withAnswer(typed, found.name, found.label.vi);
}

function questionsOf(bench: Bench) {
  const form = readEditable('form.json', bench.artefacts);
  return isRefusal(form) ? [] : form.pages.flatMap((page) => page.questions);
}

function shown(visit: Visit, bench: Bench, left: Left): Shown {
  const { lang } = visit;
  const faults = bench.check.faults.filter(({ file }) => file === 'result.typ');
  const own = placeHref(bench.draft.id, here);
  const preview = `${own}/xem-thu?_csrf=${encodeURIComponent(visit.csrf)}`;
  const view = (
    <>
      {left.clash !== undefined && <ClashNotice visit={visit} clash={left.clash} />}
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      {faults.map(({ place, words: told }, at) => (
        <NotificationBanner key={at} lang={lang} tone="error" title={say(lang, words.fault)}>
          {place === '' ? told : `${place}: ${told}`}
        </NotificationBanner>
      ))}
      <Form csrf={visit.csrf} lang={lang} action={own}>
        <RevisionField revision={left.revision ?? bench.draft.revision} />
        <div class="side-by-side">
          <div>
            <label class="label" for="template">
              {say(lang, words.template)}
            </label>
            <textarea
              class="textarea code"
              id="template"
              name="template"
              rows={28}
              spellcheck={false}
            >
              {keepFirstLineEnd(left.typed ?? bench.artefacts['result.typ'])}
            </textarea>
          </div>
          <div>
            <ExampleChoice visit={visit} bench={bench} left={left} />
            {/* Its answer is a PDF, or words about what is wrong; it goes into the frame beside. */}
            <button
              type="submit"
              class="button button--secondary"
              formaction={preview}
              formTarget="xem-thu"
            >
              {say(lang, words.preview)}
            </button>
            <iframe
              class="paper-frame"
              name="xem-thu"
              src={`${own}/xem-thu`}
              title={say(lang, words.frame)}
            />
          </div>
        </div>
        <Library visit={visit} />
        <Answers visit={visit} bench={bench} left={left} />
        <Button>{say(lang, words.save)}</Button>
      </Form>
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here, view });
}

interface PartProps {
  readonly visit: Visit;
  readonly bench: Bench;
  readonly left: Left;
}

function ExampleChoice({ visit: { lang }, bench, left }: PartProps) {
  const examples = bench.check.procedure?.examples ?? [];
  return (
    <>
      <div class="ask">
        <label class="label" for="vi_du">
          {say(lang, words.example)}
        </label>
        <select class="select" id="vi_du" name="vi_du">
          {examples.map(({ title }, at) => (
            <option key={at} value={String(at)} selected={left.example === String(at)}>
              {`${at + 1}. ${title.slice(0, 40)}`}
            </option>
          ))}
        </select>
      </div>
      <div class="choice">
        <input
          type="checkbox"
          id="tu_choi"
          name="tu_choi"
          value="1"
          checked={left.isRefused === true}
        />
        <label for="tu_choi">{say(lang, words.refused)}</label>
      </div>
    </>
  );
}

function Library({ visit: { lang } }: Pick<PartProps, 'visit'>) {
  return (
    <Details summary={say(lang, words.library)}>
      <dl class="facts">
        {blocks.map(({ key, name, about }) => (
          <div class="fact" key={key}>
            <dt>{say(lang, name)}</dt>
            <dd>{say(lang, about)}</dd>
            <dd class="fact-change">
              <Button look="quiet" small name="_do" value={`block:${key}`} about={say(lang, name)}>
                {say(lang, words.insert)}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}

function Answers({ visit: { lang }, bench, left }: PartProps) {
  return (
    <Details
      summary={say(lang, words.answers)}
      open={left.question !== undefined && left.question !== ''}
    >
      <label class="label" for="cau">
        {say(lang, words.question)}
      </label>
      <select class="select" id="cau" name="cau">
        <option value="">–</option>
        {questionsOf(bench).map(({ name, label }) => (
          <option key={name} value={name} selected={left.question === name}>
            {say(
              lang,
              fill(text('{label} ({name})', '{label} ({name})'), { label: say(lang, label), name }),
            )}
          </option>
        ))}
      </select>
      <p>
        <Button look="secondary" small name="_do" value="answer">
          {say(lang, words.insertAnswer)}
        </Button>
      </p>
    </Details>
  );
}

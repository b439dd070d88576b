import { drawProcess, processSchema } from '#/modules/process/index.ts';
import { get, post, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { Button, Drawing, ErrorSummary, Form, InsetText, Link } from '#/ui/index.ts';
import { say, text, type Text } from '#/values/text.ts';
import { editors, reviewers } from '../../access.ts';
import { weave } from '../../drawing/weave.ts';
import { withPicture } from '../../drawing/with-picture.ts';
import { kindFacts } from '../../steps/step-list.ts';
import { framed } from '../frame.tsx';
import { home, placeHref } from '../places.ts';
import {
  ClashNotice,
  keepFirstLineEnd,
  RevisionField,
  revisionOf,
  saveAnd,
  textsSeen,
  typedText,
  type Clashed,
} from '../saving.tsx';
import { layOut, type Bench, type Workbench } from '../workbench.ts';
import { DrawingFacts } from './drawing-facts.tsx';
import { compiledOf, here } from './process-page.tsx';

const drawingPath = `${here}/ve`;

const words = {
  title: text('Vẽ quy trình', 'Draw the process'),
  lead: text(
    'Kéo, nối, thêm bước ngay trên hình. Chọn một phần để sửa tên, người làm, giờ. Ai dùng bàn phím thì sửa bằng danh sách bước cũng được như nhau.',
    'Move, connect and add steps in the picture. Choose a part to change its name, people and hours. The step list does the same by keyboard.',
  ),
  list: text('Về danh sách bước', 'Back to the step list'),
  still: text(
    'Bản vẽ sửa được cần JavaScript. Không có thì sửa bằng danh sách bước, rồi xem hình ở đây.',
    'The drawing board needs JavaScript. Without it change the step list, and look at the picture here.',
  ),
  board: text('Bản vẽ quy trình', 'Drawing of the process'),
  save: text('Lưu bản vẽ', 'Save the drawing'),
  unsaved: text('Có thay đổi chưa lưu', 'There are changes that are not saved'),
  failed: text(
    'Không mở được bản vẽ. Hãy sửa các chỗ sai bằng danh sách bước hoặc văn bản gốc trước.',
    'The drawing cannot be opened. Mend what is wrong in the step list or the text first.',
  ),
  undrawn: text(
    'Quy trình còn chỗ sai nên chưa vẽ được. Hãy sửa bằng danh sách bước hoặc văn bản gốc trước.',
    'The process has faults and cannot be drawn yet. Mend it in the step list or the text first.',
  ),
} as const;

/** The drawing board: the same text, saved by the same checks as in the text editor. */
export function drawingRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/${drawingPath}`;
  return [
    get(path, reviewers, async (tx, visit) => {
      const bench = await layOut(tx, visit, workbench);
      return isRefusal(bench) ? bench : shown(visit, bench, {});
    }),
    post(path, editors, async (tx, visit, body) => {
      const bench = await layOut(tx, visit, workbench);
      if (isRefusal(bench)) return bench;
      const { typed, wrong } = typedText(body);
      if (wrong !== undefined) return shown(visit, bench, { wrong });
      const revision = revisionOf(body, bench);
      const seen = await textsSeen(tx, bench, revision);
      return saveAnd({
        tx,
        visit,
        bench,
        revision,
        texts: { 'process.bpmn': weave(seen['process.bpmn'], typed) },
        what: say(visit.lang, words.title),
        goTo: placeHref(bench.draft.id, drawingPath),
        again: (clash) => shown(visit, bench, { typed, clash }),
      });
    }),
  ];
}

interface Left {
  readonly typed?: string | undefined;
  readonly wrong?: Text | undefined;
  readonly clash?: Clashed | undefined;
}

async function shown(visit: Visit, bench: Bench, { typed, wrong, clash }: Left): Promise<Shown> {
  const { lang } = visit;
  const xml = typed ?? bench.artefacts['process.bpmn'];
  const compiled = await compiledOf(xml);
  const drawn = compiled === undefined ? xml : withPicture(xml, compiled);
  const canOpen = compiled !== undefined || /<[\w-]*:?BPMNDiagram[\s>]/.test(xml);
  const view = (
    <>
      <ErrorSummary lang={lang} wrong={wrong === undefined ? {} : { body: wrong }} />
      {clash !== undefined && <ClashNotice visit={visit} clash={clash} />}
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      {canOpen ? (
        <Form
          csrf={visit.csrf}
          lang={lang}
          island="process-drawing"
          islandProps={{
            lang,
            schema: processSchema,
            kinds: factsOfKinds,
            unsaved: say(lang, words.unsaved),
            failed: say(lang, words.failed),
          }}
        >
          <RevisionField revision={clash?.revision ?? bench.draft.revision} />
          <textarea name="body" hidden data-text aria-label={say(lang, words.board)}>
            {keepFirstLineEnd(drawn)}
          </textarea>
          <div data-still>
            <InsetText>{say(lang, words.still)}</InsetText>
            {compiled !== undefined && (
              <Drawing
                svg={drawProcess(compiled, { active: [], done: [], lang })}
                label={say(lang, words.board)}
              />
            )}
          </div>
          <div class="drawing-board">
            <section
              class="drawing-canvas"
              aria-label={say(lang, words.board)}
              data-canvas
              data-drawn
              hidden
            />
            <DrawingFacts lang={lang} />
          </div>
          <div class="drawing-save">
            <div data-drawn hidden>
              <Button>{say(lang, words.save)}</Button>
            </div>
            <output class="soft" data-drawing-state />
          </div>
        </Form>
      ) : (
        <InsetText>{say(lang, words.undrawn)}</InsetText>
      )}
      <p>
        <Link href={placeHref(bench.draft.id, here)}>{say(lang, words.list)}</Link>
      </p>
    </>
  );
  const status = wrong === undefined ? 200 : 422;
  return framed(visit, bench, { title: say(lang, words.title), here, view, status });
}

/** What follows from the kind of a step, as attributes of the model. */
const factsOfKinds = Object.fromEntries(
  Object.entries(kindFacts).map(([kind, { outcomes, state }]) => [
    kind,
    { 'cqs:outcomes': outcomes, 'cqs:state': state },
  ]),
);

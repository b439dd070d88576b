import { artefactNames, type ArtefactName } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { get, post, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { Button, ErrorSummary, Form, InsetText, Link } from '#/ui/index.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { editors, reviewers } from '../access.ts';
import { artefactWords } from '../draft-words.ts';
import { framed } from './frame.tsx';
import { home, placeHref } from './places.ts';
import {
  ClashNotice,
  keepFirstLineEnd,
  RevisionField,
  revisionOf,
  saveAnd,
  typedText,
  type Clashed,
} from './saving.tsx';
import { layOut, type Bench, type Workbench } from './workbench.ts';

const words = {
  title: text('{part}: văn bản gốc', '{part}: the text itself'),
  lead: text(
    'Dành cho phần mà các trang soạn chưa với tới. Lưu được cả khi còn sai; trang Kiểm tra sẽ chỉ chỗ.',
    'For what the editors do not reach. It can be saved with faults; the page Check will name them.',
  ),
  file: text('Tệp {file}', 'File {file}'),
  save: text('Lưu', 'Save'),
  back: text('Về trang soạn', 'Back to the editor'),
} as const;

/** The text of one part as it stands in its file, for what no editor reaches. */
export function textRoutes(workbench: Workbench): Route[] {
  const path = `${home}/:id/van-ban/:file`;
  return [
    get(path, reviewers, async (tx, visit) => {
      const page = await open(tx, visit, workbench);
      return isRefusal(page) ? page : shown(visit, page, {});
    }),
    post(path, editors, async (tx, visit, body) => {
      const page = await open(tx, visit, workbench);
      if (isRefusal(page)) return page;
      const { bench, file } = page;
      const { typed, wrong } = typedText(body);
      if (wrong) return shown(visit, page, { typed, wrong });
      return saveAnd({
        tx,
        visit,
        bench,
        revision: revisionOf(body, bench),
        texts: { [file]: typed },
        what: say(visit.lang, fill(words.file, { file })),
        goTo: placeHref(bench.draft.id, `van-ban/${file}`),
        again: (clash) => shown(visit, page, { typed, clash }),
      });
    }),
  ];
}

interface TextPage {
  readonly bench: Bench;
  readonly file: ArtefactName;
}

async function open(tx: Tx, visit: Visit, workbench: Workbench): Promise<TextPage | Refusal> {
  const bench = await layOut(tx, visit, workbench);
  if (isRefusal(bench)) return bench;
  const file = artefactNames.find((name) => name === visit.params['file']);
  return file === undefined ? refuse('studio.no-draft') : { bench, file };
}

interface Left {
  readonly typed?: string | undefined;
  readonly wrong?: Text | undefined;
  readonly clash?: Clashed | undefined;
}

function shown(visit: Visit, { bench, file }: TextPage, { typed, wrong, clash }: Left): Shown {
  const { lang } = visit;
  const title = say(lang, fill(words.title, { part: say(lang, artefactWords[file]) }));
  const faults = bench.check.faults.filter((fault) => fault.file === file);
  const view = (
    <>
      <ErrorSummary lang={lang} wrong={wrong === undefined ? {} : { body: wrong }} />
      {clash !== undefined && <ClashNotice visit={visit} clash={clash} />}
      <h1>{title}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      {faults.length > 0 && (
        <InsetText>
          <ul>
            {faults.map(({ place, words: told }, at) => (
              <li key={at}>{place === '' ? told : `${place}: ${told}`}</li>
            ))}
          </ul>
        </InsetText>
      )}
      <Form csrf={visit.csrf} lang={lang}>
        <RevisionField revision={clash?.revision ?? bench.draft.revision} />
        <div class="ask">
          <label class="label" for="body">
            {say(lang, fill(words.file, { file }))}
          </label>
          <textarea class="textarea code" id="body" name="body" rows={30} spellcheck={false}>
            {keepFirstLineEnd(typed ?? bench.artefacts[file])}
          </textarea>
        </div>
        <Button>{say(lang, words.save)}</Button>
      </Form>
      <p>
        <Link href={placeHref(bench.draft.id)}>{say(lang, words.back)}</Link>
      </p>
    </>
  );
  const status = wrong === undefined ? 200 : 422;
  return framed(visit, bench, { title, here: '', view, status });
}

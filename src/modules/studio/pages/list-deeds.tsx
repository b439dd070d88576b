import type { ArtefactName } from '#/modules/procedure/index.ts';
import { post, type Route, type Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { Button, Form, LinkButton } from '#/ui/index.ts';
import { say, text } from '#/values/text.ts';
import { editors } from '../access.ts';
import { listDeeds, type ListDeed } from '../list-edit.ts';
import { framed } from './frame.tsx';
import type { Applied } from './section.ts';
import { ClashNotice, RevisionField, revisionOf, saveAnd, textsSeen } from './saving.tsx';
import { layOut, type Bench, type Workbench } from './workbench.ts';

const words = {
  up: text('Lên', 'Up'),
  down: text('Xuống', 'Down'),
  remove: text('Bỏ', 'Remove'),
  back: text('Quay lại danh sách', 'Back to the list'),
} as const;

/** A list whose items are moved and taken away by buttons. */
export interface DeedList {
  readonly file: ArtefactName;
  /** Place in the rail. */
  readonly here: string;
  readonly what: string;
  readonly goTo: string;
  /** The text after a deed. */
  apply(deed: ListDeed): Applied | Refusal;
}

/** Routes of the buttons beside items: `path` with the deed behind it. */
export function deedRoutes(
  workbench: Workbench,
  path: string,
  open: (visit: Visit, bench: Bench) => DeedList | Refusal,
): Route[] {
  return listDeeds.map((deed) =>
    post(`${path}/${deed}`, editors, async (tx, visit, body) => {
      const bench = await layOut(tx, visit, workbench);
      if (isRefusal(bench)) return bench;
      const revision = revisionOf(body, bench);
      const seen = await textsSeen(tx, bench, revision);
      const list = open(visit, { ...bench, artefacts: seen });
      if (isRefusal(list)) return list;
      const applied = list.apply(deed);
      if (isRefusal(applied)) return applied;
      return saveAnd({
        tx,
        visit,
        bench,
        revision,
        texts: { [list.file]: applied.text, ...applied.others },
        what: list.what,
        goTo: list.goTo,
        again: (clash) =>
          framed(visit, bench, {
            title: list.what,
            here: list.here,
            view: (
              <>
                <h1>{list.what}</h1>
                <ClashNotice visit={visit} clash={clash} />
                <LinkButton href={list.goTo}>{say(visit.lang, words.back)}</LinkButton>
              </>
            ),
          }),
      });
    }),
  );
}

export interface ItemButtonsProps {
  readonly visit: Visit;
  readonly bench: Bench;
  /** Address of the item; the deed is put behind it. */
  readonly path: string;
  /** Name of the item, for those who do not see what stands beside. */
  readonly about: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Up, down and away, beside an item of a list. */
export function ItemButtons({ visit, bench, path, about, isFirst, isLast }: ItemButtonsProps) {
  const { lang } = visit;
  return (
    <Form csrf={visit.csrf} lang={lang} action={path} class="item-buttons">
      <RevisionField revision={bench.draft.revision} />
      {!isFirst && (
        <Button look="quiet" small formAction={`${path}/len`} about={about}>
          {say(lang, words.up)}
        </Button>
      )}
      {!isLast && (
        <Button look="quiet" small formAction={`${path}/xuong`} about={about}>
          {say(lang, words.down)}
        </Button>
      )}
      <Button look="quiet" small icon="trash-2" formAction={`${path}/bo`} about={about}>
        {say(lang, words.remove)}
      </Button>
    </Form>
  );
}

import type { ComponentChildren } from 'preact';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { BackLink, DeskLayout, NotificationBanner, StatusTag } from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import { stateTones, stateWords } from '../draft-words.ts';
import { deeds, home, parts, placeHref, type Place } from './places.ts';
import { isBehind, type Bench } from './workbench.ts';

const words = {
  studio: text('Xưởng thủ tục', 'Procedure studio'),
  rail: text('Các phần của bản nháp', 'Parts of the draft'),
  all: text('Mọi bản nháp', 'All drafts'),
  overview: text('Tổng quan', 'Overview'),
  parts: text('Nội dung', 'Content'),
  deeds: text('Kiểm tra và công bố', 'Check and publish'),
  closed: text(
    'Bản nháp này đã xong, chỉ xem được, không sửa được nữa.',
    'This draft is finished: it can be read, but no longer changed.',
  ),
  behind: text(
    'Thủ tục đã có phiên bản {no} mới hơn bản mà bạn đang sửa. Mở trang “Duyệt và công bố” để lấy các thay đổi đó.',
    'Version {no} of the procedure is newer than the one you are changing. Open “Review and publish” to take its changes.',
  ),
} as const;

interface FramedPage {
  readonly title: string;
  /** Path of the place behind the address of the draft. */
  readonly here: string;
  readonly view: ComponentChildren;
  readonly status?: Shown['status'] | undefined;
  /** Where one came from, when the page lies below a place. */
  readonly back?: { readonly href: string; readonly title: string } | undefined;
}

/** A page about one draft, with the rail of its parts. */
export function framed(visit: Visit, bench: Bench, page: FramedPage): Shown {
  const { lang } = visit;
  const { draft, latest } = bench;
  const isClosed = draft.state === 'PUBLISHED' || draft.state === 'DISCARDED';
  const view = (
    <DeskLayout lang={lang} label={say(lang, words.rail)} queues={railOf(visit, bench, page.here)}>
      {page.back !== undefined && (
        <BackLink lang={lang} href={page.back.href}>
          {page.back.title}
        </BackLink>
      )}
      <p class="caption">
        {page.here === '' ? null : `${draft.name} `}
        <StatusTag tone={stateTones[draft.state]}>{say(lang, stateWords[draft.state])}</StatusTag>
      </p>
      {isClosed && <NotificationBanner lang={lang}>{say(lang, words.closed)}</NotificationBanner>}
      {isBehind(bench) && (
        <NotificationBanner lang={lang} tone="warning">
          {say(lang, fill(words.behind, { no: String(latest?.no) }))}
        </NotificationBanner>
      )}
      {page.view}
    </DeskLayout>
  );
  return { title: `${page.title} – ${draft.name}`, view, layout: 'desk', status: page.status };
}

function railOf(visit: Visit, { draft, check }: Bench, here: string) {
  const entry = ({ path, title, faults }: Place) => {
    const count = faults === undefined ? 0 : check.faults.filter(faults).length;
    return {
      title: say(visit.lang, title),
      href: placeHref(draft.id, path),
      current: here === path,
      ...(count > 0 ? { count, late: count } : {}),
    };
  };
  return [
    {
      queues: [
        { title: say(visit.lang, words.all), href: home },
        { title: say(visit.lang, words.overview), href: placeHref(draft.id), current: here === '' },
      ],
    },
    { title: say(visit.lang, words.parts), queues: parts.map(entry) },
    { title: say(visit.lang, words.deeds), queues: deeds.map(entry) },
  ];
}

/** A page of the studio that is about no draft. */
export function plainPage(
  visit: Visit,
  title: string,
  children: ComponentChildren,
  status?: Shown['status'],
): Shown {
  const view = (
    <DeskLayout lang={visit.lang} label={say(visit.lang, words.studio)}>
      {children}
    </DeskLayout>
  );
  return { title, view, layout: 'desk', status };
}

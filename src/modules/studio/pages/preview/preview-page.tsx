import type { Shown, Visit } from '#/platform/http/index.ts';
import { InsetText, Link, Tabs } from '#/ui/index.ts';
import { say, text } from '#/values/text.ts';
import { framed } from '../frame.tsx';
import { placeHref } from '../places.ts';
import type { Bench } from '../workbench.ts';

export const here = 'xem-thu';

const words = {
  title: text('Xem thử như người dân', 'See it as a citizen'),
  lead: text(
    'Điền thử như người dân. Không có gì được lưu; tải lại trang là làm lại từ đầu.',
    'Fill it in as a citizen would. Nothing is saved; reload to begin again.',
  ),
  phone: text('Điện thoại', 'Phone'),
  desktop: text('Máy tính', 'Computer'),
  devices: text('Xem trên', 'Shown on'),
  frame: text('Bản xem thử', 'Preview'),
  apart: text('Mở riêng một trang', 'Open on a page of its own'),
  cannot: text(
    'Bản nháp còn sai nên chưa xem thử được.',
    'The draft has faults and cannot be previewed yet.',
  ),
  check: text('Xem các chỗ sai', 'See the faults'),
} as const;

/** The draft as a citizen would meet it, on a phone or on a computer. */
export function showPreview(visit: Visit, bench: Bench): Shown {
  const { lang } = visit;
  const isDesktop = visit.query['tren'] === 'may-tinh';
  const own = placeHref(bench.draft.id, here);
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      {bench.check.procedure === undefined ? (
        <InsetText>
          <p>{say(lang, words.cannot)}</p>
          <Link href={placeHref(bench.draft.id, 'kiem-tra')}>{say(lang, words.check)}</Link>
        </InsetText>
      ) : (
        <>
          <Tabs
            label={say(lang, words.devices)}
            tabs={[
              { title: say(lang, words.phone), href: own, current: !isDesktop },
              { title: say(lang, words.desktop), href: `${own}?tren=may-tinh`, current: isDesktop },
            ]}
          />
          <iframe
            class={isDesktop ? 'paper-frame' : 'paper-frame phone-frame'}
            src={`${own}/trang`}
            title={say(lang, words.frame)}
          />
          <p>
            <Link href={`${own}/trang`}>{say(lang, words.apart)}</Link>
          </p>
        </>
      )}
    </>
  );
  return framed(visit, bench, { title: say(lang, words.title), here, view });
}

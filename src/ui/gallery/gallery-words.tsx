import type { Lang } from '#/values/text.ts';
import { BackLink, Breadcrumbs } from '../back-link.tsx';
import { Button, ButtonRow, LinkButton } from '../button.tsx';
import { Details } from '../details.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Filters, Search } from '../filters.tsx';
import { Link } from '../link.tsx';
import { InsetText, NotificationBanner, WarningText } from '../notice.tsx';
import { Pagination } from '../pagination.tsx';
import { Panel } from '../panel.tsx';
import { Progress, Skeleton } from '../progress.tsx';
import { Tabs } from '../tabs.tsx';
import { Ask } from '../ask/ask.tsx';
import { filled, lookups, questions } from './samples.ts';
import { Sample } from './sample.tsx';

/** Words, ways and notices. */
export function GalleryWords({ lang }: { readonly lang: Lang }) {
  return (
    <>
      <Sample title="Nút">
        <ButtonRow>
          <Button icon="send">Nộp hồ sơ</Button>
          <Button look="secondary">Yêu cầu bổ sung</Button>
          <Button look="danger" icon="trash-2">
            Rút hồ sơ
          </Button>
          <Button disabled>Ký duyệt</Button>
          <Button look="quiet">Lưu và thoát</Button>
          <LinkButton href="/dich-vu" look="secondary" icon="search">
            Tìm dịch vụ
          </LinkButton>
        </ButtonRow>
      </Sample>
      <Sample title="Đường đi">
        <Breadcrumbs
          lang={lang}
          way={[
            { title: 'Trang đầu', href: '/' },
            { title: 'Dịch vụ công', href: '/dich-vu' },
          ]}
        />
        <BackLink href="/" lang={lang} />
        <p>
          Đọc thêm ở <Link href="/dich-vu">danh mục dịch vụ công</Link>.
        </p>
        <Tabs
          label="Hồ sơ của tôi"
          tabs={[
            { title: 'Đang làm', href: '?m=1', current: true, count: 2 },
            { title: 'Đã xong', href: '?m=2', count: 14 },
            { title: 'Bản nháp', href: '?m=3' },
          ]}
        />
        <Pagination lang={lang} page={5} pages={12} hrefOf={(page) => `?trang=${page}`} />
      </Sample>
      <Sample title="Tìm và lọc">
        <Search lang={lang} action="/dich-vu" label="Bạn cần làm việc gì?" value="khai sinh" />
        <Filters lang={lang} action="/ui" applied={[{ words: 'Dân tộc: Khơ-me', without: '/ui?' }]}>
          <Ask
            {...filled}
            wrong={{}}
            question={questions[8]!}
            name="loc_dan_toc"
            lang={lang}
            lookups={lookups}
          />
        </Filters>
      </Sample>
      <Sample title="Thông báo">
        <NotificationBanner lang={lang} title="Trung tâm nghỉ ngày 02/09/2026">
          <p>Hồ sơ nộp trong ngày nghỉ được tiếp nhận từ 7 giờ 30, 03/09/2026.</p>
        </NotificationBanner>
        <NotificationBanner lang={lang} tone="good">
          Đã gửi bổ sung. Cán bộ sẽ xem trong 8 giờ làm việc.
        </NotificationBanner>
        <NotificationBanner lang={lang} tone="warning" title="Cần bạn bổ sung một giấy tờ">
          <p>Gửi trước 20/07/2026 để hồ sơ đi tiếp.</p>
        </NotificationBanner>
        <NotificationBanner lang={lang} tone="error" title="Chưa nộp được">
          <p>Mất mạng giữa chừng. Những gì bạn đã nhập vẫn còn; hãy bấm Nộp hồ sơ lần nữa.</p>
        </NotificationBanner>
        <InsetText>
          Đăng ký khai sinh trong 60 ngày kể từ ngày sinh thì không mất lệ phí (Luật Hộ tịch, Điều
          11).
        </InsetText>
        <WarningText lang={lang}>Khai sai sự thật có thể bị phạt tiền theo pháp luật.</WarningText>
        <Details summary="Trích lục là gì?">
          <p>Là văn bản do cơ quan hộ tịch cấp để chứng minh việc đã đăng ký.</p>
        </Details>
        <Panel title="Đã nộp hồ sơ" code="H26.31135-260715-0042">
          <p>Chúng tôi đã gửi giấy tiếp nhận tới hộp thư của bạn.</p>
        </Panel>
      </Sample>
      <Sample title="Trống và đang tải">
        <EmptyState title="Chưa có hồ sơ nào" icon="folder-open">
          <p>Hồ sơ bạn nộp sẽ hiện ở đây cùng hạn trả kết quả.</p>
          <LinkButton href="/dich-vu">Tìm dịch vụ</LinkButton>
        </EmptyState>
        <Skeleton />
        <Progress id="gop" label="Đang gộp tệp" done={3} of={8} />
      </Sample>
    </>
  );
}

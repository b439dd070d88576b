import type { Lang } from '#/values/text.ts';
import { Button } from '../button.tsx';
import { Deadline } from '../deadline.tsx';
import { Form } from '../form.tsx';
import { ActionBar, DeskLayout } from '../frame/desk-layout.tsx';
import { Link } from '../link.tsx';
import { Table } from '../table.tsx';
import { StatusTag } from '../tag.tsx';
import { Timeline } from '../timeline.tsx';

const cases = [
  {
    code: 'H26.31135-260715-0042',
    what: 'Đăng ký khai sinh',
    who: 'Nguyễn Thị Ngọc Ánh',
    late: false,
  },
  { code: 'H26.31135-260714-0017', what: 'Chứng thực bản sao', who: 'Trần Văn Bảo', late: true },
  {
    code: 'H26.31135-260714-0009',
    what: 'Đăng ký thường trú',
    who: 'Danh Thị Sa Rây',
    late: false,
  },
];

/** The officials' desk: queues, list, action bar, history. */
export function GalleryDesk({ lang, csrf }: { readonly lang: Lang; readonly csrf: string }) {
  return (
    <DeskLayout
      lang={lang}
      queues={[
        {
          title: 'Việc của tôi',
          queues: [
            { title: 'Chờ tiếp nhận', href: '?hang=1', count: 12, current: true },
            { title: 'Đang thụ lý', href: '?hang=2', count: 7, late: 1 },
            { title: 'Chờ công dân', href: '?hang=3', count: 3 },
          ],
        },
        { title: 'Cả đơn vị', queues: [{ title: 'Chờ ký duyệt', href: '?hang=4', count: 21 }] },
      ]}
      side={
        <>
          <h2>Lịch sử</h2>
          <Timeline
            label="Lịch sử"
            events={[
              { when: '14 giờ 30, 15/07/2026', title: 'Đã nộp hồ sơ', who: 'Nguyễn Thị Ngọc Ánh' },
            ]}
          />
        </>
      }
    >
      <h1>Chờ tiếp nhận</h1>
      <div class="cases">
        <Table
          caption="Hồ sơ chờ tiếp nhận"
          captionUnseen
          rows={cases}
          keyOf={(row) => row.code}
          columns={[
            {
              title: <span class="unseen">Chọn</span>,
              cell: (row) => (
                <label class="pick">
                  <input type="checkbox" name="pick" value={row.code} />
                  <span class="unseen">Chọn hồ sơ {row.code}</span>
                </label>
              ),
            },
            {
              title: 'Mã hồ sơ',
              cell: (row) => <Link href={`?ma=${row.code}`}>{row.code}</Link>,
              heads: true,
            },
            { title: 'Thủ tục', cell: (row) => row.what },
            { title: 'Người nộp', cell: (row) => row.who },
            {
              title: 'Trạng thái',
              cell: () => <StatusTag tone="info">Mới nộp</StatusTag>,
            },
            {
              title: 'Hạn',
              cell: (row) => (
                <Deadline
                  state={row.late ? 'late' : 'calm'}
                  words={row.late ? 'Quá hạn 1 giờ' : 'Còn 6 giờ'}
                  reason="8 giờ làm việc"
                />
              ),
            },
          ]}
        />
      </div>
      <Form csrf={csrf} lang={lang} action="/ui">
        <ActionBar
          lang={lang}
          deadline={<Deadline state="soon" words="Còn 3 giờ làm việc" reason="8 giờ làm việc" />}
        >
          <Button hotkey="t">Tiếp nhận</Button>
          <Button look="secondary">Yêu cầu bổ sung</Button>
          <Button look="danger">Từ chối</Button>
        </ActionBar>
      </Form>
    </DeskLayout>
  );
}

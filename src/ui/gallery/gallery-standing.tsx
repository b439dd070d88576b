import type { Lang } from '#/values/text.ts';
import { Card, Cards } from '../card.tsx';
import { Deadline } from '../deadline.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Link } from '../link.tsx';
import { Steps } from '../steps.tsx';
import { SummaryList } from '../summary-list.tsx';
import { Table } from '../table.tsx';
import { StatusTag, Tag } from '../tag.tsx';
import { TaskList } from '../task-list.tsx';
import { Timeline } from '../timeline.tsx';
import { Sample } from './sample.tsx';

const fees = [
  { name: 'Lệ phí đăng ký khai sinh', count: 1, amount: '0 đ' },
  { name: 'Bản sao trích lục', count: 3, amount: '24.000 đ' },
];

interface Month {
  readonly name: string;
  readonly days: readonly string[];
}

const months: readonly Month[] = [
  { name: 'Đăng ký khai sinh', days: ['0,4', '0,5', '0,4', '0,4', '0,3', '0,3'] },
  { name: 'Cấp phép xây dựng nhà ở riêng lẻ', days: ['9,8', '9,1', '10,2', '8,7', '8,5', '8,4'] },
];

/** Where things stand: tags, steps, deadlines, tables of facts. */
export function GalleryStanding({ lang }: { readonly lang: Lang }) {
  return (
    <>
      <Sample title="Trạng thái và hạn">
        <p>
          <Tag>Trực tuyến</Tag> <StatusTag tone="neutral">Bản nháp</StatusTag>{' '}
          <StatusTag tone="info">Đang xử lý</StatusTag>{' '}
          <StatusTag tone="good">Đã có kết quả</StatusTag>{' '}
          <StatusTag tone="warning">Chờ bổ sung</StatusTag>{' '}
          <StatusTag tone="error">Quá hạn</StatusTag>
        </p>
        <p>
          <Deadline
            state="calm"
            words="Còn 4 ngày làm việc"
            reason="5 ngày làm việc từ 15/07/2026"
          />
        </p>
        <p>
          <Deadline
            state="soon"
            words="Còn 3 giờ làm việc"
            reason="Trong ngày (Luật Hộ tịch, Điều 16)"
          />
        </p>
        <p>
          <Deadline state="late" words="Quá hạn 1 ngày" reason="Hạn là 17 giờ 00, 14/07/2026" />
        </p>
        <p>
          <Deadline
            state="paused"
            words="Tạm dừng tính hạn"
            reason="Chờ công dân bổ sung giấy tờ"
          />
        </p>
        <p>
          <Deadline state="done" words="Xong trước hạn 2 ngày" />
        </p>
      </Sample>
      <Sample title="Các bước">
        <Steps
          lang={lang}
          steps={[
            { title: 'Tiếp nhận', state: 'done', note: '14 giờ 30, 15/07/2026' },
            { title: 'Thụ lý', state: 'done', note: 'Công chức tư pháp – hộ tịch' },
            { title: 'Ký duyệt', state: 'current', note: 'Trả lời trong 8 giờ làm việc' },
            { title: 'Trả kết quả', state: 'todo' },
          ]}
        />
        <Steps
          lang={lang}
          across
          steps={[
            { title: 'Tiếp nhận', state: 'done' },
            { title: 'Thụ lý', state: 'stopped', note: 'Hồ sơ bị từ chối' },
            { title: 'Trả kết quả', state: 'todo' },
          ]}
        />
        <Timeline
          label="Lịch sử"
          events={[
            {
              when: '15 giờ 10, 15/07/2026',
              who: 'Lê Thị Hoa',
              title: 'Chuyển lãnh đạo ký',
              body: 'Đủ giấy tờ.',
            },
            { when: '15 giờ 02, 15/07/2026', who: 'Lê Thị Hoa', title: 'Xem hồ sơ', isRead: true },
            { when: '14 giờ 30, 15/07/2026', title: 'Đã nộp hồ sơ' },
          ]}
        />
      </Sample>
      <Sample title="Bảng và danh sách">
        <Table
          caption="Các khoản phải nộp"
          rows={fees}
          columns={[
            { title: 'Khoản', cell: (fee) => fee.name, heads: true },
            { title: 'Số lượng', cell: (fee) => fee.count, numeric: true },
            { title: 'Thành tiền', cell: (fee) => fee.amount, numeric: true },
          ]}
        />
        <Table
          caption="Thời gian giải quyết theo tháng (ngày làm việc)"
          narrow="scroll"
          rows={months}
          columns={[
            { title: 'Thủ tục', cell: (row) => row.name, heads: true },
            ...[4, 5, 6, 7, 8, 9].map((month, at) => ({
              title: `Tháng ${month}`,
              cell: (row: Month) => row.days[at],
              numeric: true,
            })),
          ]}
          foot={['Cả năm', '2,1', '2,0', '2,4', '1,9', '1,8', '1,8']}
        />
        <Table
          caption="Văn bản đến"
          rows={[]}
          columns={[{ title: 'Số', cell: () => '' }]}
          empty={
            <EmptyState title="Chưa có văn bản đến" icon="mail">
              Văn bản các cơ quan gửi tới sẽ hiện ở đây.
            </EmptyState>
          }
        />
        <SummaryList
          lang={lang}
          rows={[
            { label: 'Họ, chữ đệm, tên', value: 'Nguyễn Thị Ngọc Ánh', change: '?sua=ho_ten' },
            { label: 'Ngày sinh', value: '27/03/2026', change: '?sua=ngay_sinh' },
            {
              label: 'Nơi cư trú',
              value: '12 Hòa Bình, Phường Ninh Kiều, Thành phố Cần Thơ',
              change: '?sua=noi_o',
            },
            { label: 'Thư điện tử', value: '', change: '?sua=thu' },
          ]}
        />
        <TaskList
          tasks={[
            {
              title: 'Thông tin của con',
              href: '?v=1',
              status: { tone: 'good', words: 'Đã xong' },
            },
            {
              title: 'Giấy chứng sinh',
              href: '?v=2',
              hint: 'Ảnh chụp hoặc PDF',
              status: { tone: 'warning', words: 'Cần làm' },
            },
            { title: 'Nộp hồ sơ', status: { tone: 'neutral', words: 'Chưa làm được' } },
          ]}
        />
        <Cards>
          <Card title={<Link href="/dich-vu/dang-ky-khai-sinh">Đăng ký khai sinh</Link>}>
            <p>Cho trẻ sinh ra chưa quá 60 ngày: trong ngày, không mất lệ phí.</p>
          </Card>
          <Card title={<Link href="/ho-so/1">Chứng thực bản sao</Link>}>
            <p>
              <StatusTag tone="info">Đang xử lý</StatusTag>
            </p>
            <Deadline state="calm" words="Có kết quả trước 17 giờ 00 hôm nay" />
          </Card>
        </Cards>
      </Sample>
    </>
  );
}

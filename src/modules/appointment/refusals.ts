import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'appointment.none': {
    status: 404,
    words: text('Không có lịch hẹn này.', 'There is no such appointment.'),
  },
  'appointment.no-such-service': {
    status: 404,
    words: text('Quầy không có việc này.', 'No desk serves this.'),
  },
  'appointment.time-taken': {
    status: 409,
    words: text(
      'Giờ này vừa có người khác chọn. Hãy chọn giờ khác.',
      'Somebody else has just taken this time. Choose another.',
    ),
  },
  'appointment.too-many': {
    status: 409,
    words: text(
      'Bạn đang giữ {most} lịch hẹn, là số nhiều nhất. Hãy hủy bớt một lịch không cần nữa.',
      'You hold {most} appointments, which is the most. Cancel one that you do not need.',
    ),
  },
  'appointment.over': {
    status: 409,
    words: text(
      'Lịch hẹn này đã kết thúc, nên không đổi hay hủy được nữa.',
      'This appointment is over and can be neither moved nor cancelled.',
    ),
  },
  'appointment.not-today': {
    status: 409,
    words: text('Lịch hẹn này không phải hôm nay.', 'This appointment is not today.'),
  },
  'appointment.office-closed': {
    status: 409,
    words: text(
      'Bây giờ ngoài giờ làm việc, nên chưa lấy số được.',
      'The office is closed now, so no numbers are given.',
    ),
  },
  'appointment.kiosk-closed': {
    status: 403,
    words: text(
      'Máy này chưa được mở. Hãy nhờ cán bộ ở quầy hướng dẫn.',
      'This device is not open. Ask an official at a desk.',
    ),
  },
  'appointment.not-your-desk': {
    status: 403,
    words: text('Quầy này không thuộc đơn vị của bạn.', 'This desk is not one of your unit.'),
  },
  'appointment.desk-held': {
    status: 409,
    words: text('Người khác đang ngồi quầy này.', 'Somebody else sits at this desk.'),
  },
  'appointment.desk-not-held': {
    status: 409,
    words: text('Hãy mở quầy trước khi gọi số.', 'Open the desk before you call.'),
  },
  'appointment.desk-moved-on': {
    status: 409,
    words: text(
      'Quầy đã chuyển sang số khác. Hãy xem lại trang gọi số.',
      'The desk has gone on to another number. Look at the page again.',
    ),
  },
  'appointment.offer-overlaps': {
    status: 409,
    words: text(
      'Quầy đã nhận việc này trong thời gian đó. Hãy kết thúc lần phân công cũ trước.',
      'The desk serves this already in that time. End the older assignment first.',
    ),
  },
} satisfies RefusalTable;

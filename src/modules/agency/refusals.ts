import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'agency.no-unit-of-kind': {
    status: 409,
    words: text(
      'Chưa khai báo đơn vị loại “{kind}” phục vụ địa bàn của {unit}. Báo quản trị viên thêm đơn vị này',
      'No unit of kind “{kind}” is declared for the area of {unit}. Ask an administrator to add it',
    ),
  },
  'agency.no-such-unit': {
    status: 404,
    words: text('Không có đơn vị “{unit}”', 'There is no unit “{unit}”'),
  },
  'agency.no-such-place': {
    status: 404,
    words: text('Không có địa bàn mã “{place}”', 'There is no place with the code “{place}”'),
  },
  'agency.no-such-role': {
    status: 409,
    words: text('Không có vai trò “{role}”', 'There is no role “{role}”'),
  },
  'agency.no-such-post': {
    status: 404,
    words: text(
      'Không có chức vụ này hoặc chức vụ đã kết thúc',
      'There is no such post, or it has ended',
    ),
  },
  'agency.absence-of-another': {
    status: 403,
    words: text('Bạn chỉ được báo vắng mặt cho chính mình', 'You may only report your own absence'),
  },
  'agency.absence-ends-before-it-begins': {
    status: 409,
    words: text(
      'Ngày cuối của đợt vắng mặt phải từ ngày đầu trở đi',
      'The last day of the absence must not be before the first',
    ),
  },
  'agency.absence-overlaps': {
    status: 409,
    words: text(
      'Trong thời gian này đã có một đợt vắng mặt được báo trước đó',
      'An absence in this time was reported before',
    ),
  },
  'agency.deputy-is-oneself': {
    status: 409,
    words: text('Chọn một người khác làm thay', 'Choose another person as deputy'),
  },
  'agency.deputy-holds-no-post': {
    status: 409,
    words: text(
      'Người làm thay chưa giữ vai trò nào trong cơ quan. Chọn người khác',
      'The deputy holds no post. Choose another person',
    ),
  },
  'agency.no-such-absence': {
    status: 404,
    words: text(
      'Không có đợt vắng mặt này, hoặc đợt vắng mặt đã kết thúc',
      'There is no such absence, or it is over',
    ),
  },
  'agency.no-such-day': {
    status: 404,
    words: text(
      'Không có ngày này trong lịch chờ quyết định',
      'No such day awaits a decision in the calendar',
    ),
  },
  'agency.day-already-so': {
    status: 409,
    words: text(
      'Ngày {day} trong lịch đã đúng như vậy, không có gì để đổi',
      'The calendar already says so of {day}; there is nothing to change',
    ),
  },
  'agency.day-long-past': {
    status: 409,
    words: text(
      'Chỉ khai báo được từ ngày {day} trở đi: hạn của những ngày trước đó đã qua',
      'Only days from {day} on can be declared: deadlines before have passed',
    ),
  },
  'agency.no-calendar-of-year': {
    status: 409,
    words: text('Chưa có lịch của năm {year}', 'There is no calendar of {year} yet'),
  },
  'agency.hours-not-own': {
    status: 409,
    words: text(
      'Đơn vị này làm theo giờ của cơ quan cấp trên. Chọn cơ quan đó',
      'This unit works by the hours of the one above it. Choose that one',
    ),
  },
  'agency.year-out-of-turn': {
    status: 409,
    words: text(
      'Không lập được lịch năm {year}: năm đã qua giữ nguyên, và phải lập lần lượt, nhiều nhất đến năm {latest}.',
      'The calendar of {year} cannot be set: past years stay, and years follow one another, up to {latest}.',
    ),
  },
  'agency.own-calendar': {
    status: 403,
    words: text(
      'Bạn đã lập lịch này nên không tự duyệt được. Hãy nhờ người khác duyệt.',
      'You set this calendar up, so you cannot approve it yourself. Ask somebody else.',
    ),
  },
  'agency.no-such-change': {
    status: 404,
    words: text('Không có thay đổi lịch này', 'There is no such change of the calendar'),
  },
  'agency.change-settled': {
    status: 409,
    words: text(
      'Thay đổi này đã được áp dụng hoặc đã bỏ',
      'This change was applied or dropped before',
    ),
  },
  'agency.change-outdated': {
    status: 409,
    words: text(
      'Lịch của ngày này vừa được đổi. Hãy khai báo lại để xem ảnh hưởng đúng',
      'The calendar of this day has just changed. Declare it again to see what it moves now',
    ),
  },
} satisfies RefusalTable;

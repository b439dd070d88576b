import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

/** What the studio may say no to. */
export const refusals = {
  'studio.no-draft': {
    status: 404,
    words: text(
      'Không có bản nháp này. Có thể nó đã được công bố hoặc bỏ đi; hãy xem lại danh sách bản nháp.',
      'There is no such draft. It may have been published or discarded; look at the list of drafts.',
    ),
  },
  'studio.no-place': {
    status: 404,
    words: text(
      'Bản nháp không có phần này. Có thể người khác vừa bỏ nó; hãy quay lại danh sách.',
      'The draft has no such part. Somebody may have taken it away; go back to the list.',
    ),
  },
  'studio.out-of-shape': {
    status: 409,
    words: text(
      'Văn bản {file} sai cấu trúc nên trang soạn không đọc được. Hãy mở trang Kiểm tra xem sai ở đâu và sửa trong văn bản gốc.',
      'The text {file} is out of shape, so the editor cannot read it. The page Check tells where; mend it in the text itself.',
    ),
  },
  'studio.last-one': {
    status: 409,
    words: text(
      'Phải còn ít nhất một mục. Hãy thêm mục mới trước khi bỏ mục này.',
      'At least one must remain. Add another before you remove this one.',
    ),
  },
  'studio.no-version': {
    status: 404,
    words: text('Không có phiên bản này của thủ tục.', 'The procedure has no such version.'),
  },
  'studio.not-in-force': {
    status: 409,
    words: text(
      'Chỉ chuyển hồ sơ sang phiên bản đang có hiệu lực.',
      'Dossiers are moved only to a version that is in force.',
    ),
  },
  'studio.nothing-to-move': {
    status: 409,
    words: text(
      'Không có hồ sơ nào chuyển được theo cách này. Hãy chọn bước thay thế khác cho các bước đang chờ.',
      'No dossier can be moved this way. Choose other steps for those that wait.',
    ),
  },
  'studio.other-move': {
    status: 409,
    words: text(
      'Thủ tục này đã có một đề nghị chuyển hồ sơ đang chờ duyệt hoặc đang chạy. Hãy đợi xong, hoặc bỏ đề nghị đó.',
      'Another move of dossiers of this procedure waits or runs. Wait for its end, or give it up.',
    ),
  },
  'studio.own-move': {
    status: 403,
    words: text(
      'Bạn đã đề nghị việc này nên không tự duyệt được. Hãy nhờ người khác duyệt.',
      'You proposed this, so you cannot approve it yourself. Ask somebody else.',
    ),
  },
  'studio.no-move': {
    status: 404,
    words: text('Không có đề nghị chuyển hồ sơ này.', 'There is no such move of dossiers.'),
  },
  'studio.move-decided': {
    status: 409,
    words: text(
      'Đề nghị này đã được duyệt hoặc đã bỏ. Hãy tải lại trang.',
      'This move has been approved or given up. Reload the page.',
    ),
  },
  'studio.not-now': {
    status: 409,
    words: text(
      'Bản nháp đang ở tình trạng “{state}” nên không làm được việc này.',
      'The draft is “{state}”, so this cannot be done.',
    ),
  },
  'studio.slug-taken': {
    status: 409,
    words: text(
      'Đã có thủ tục hoặc bản nháp mới dùng địa chỉ “{slug}”. Hãy chọn địa chỉ khác, hoặc sao chép thủ tục đó để sửa.',
      'A procedure or a new draft already has the address “{slug}”. Choose another, or copy that procedure to change it.',
    ),
  },
  'studio.own-work': {
    status: 403,
    words: text(
      'Bạn đã viết một phần bản nháp này nên không tự duyệt được. Hãy nhờ người khác duyệt.',
      'You wrote part of this draft, so you cannot approve it yourself. Ask somebody else.',
    ),
  },
  'studio.reason-missing': {
    status: 422,
    words: text('Hãy ghi điều cần sửa.', 'Say what must be changed.'),
  },
  'studio.red': {
    status: 409,
    words: text(
      'Bản nháp còn {count} chỗ sai nên chưa thể đi tiếp. Hãy mở trang Kiểm tra và sửa hết các chỗ đó.',
      'The draft still has {count} faults, so it cannot go on. Open the page Check and mend them.',
    ),
  },
  'studio.changed-since-approval': {
    status: 409,
    words: text(
      'Nội dung đã đổi sau khi duyệt. Hãy gửi duyệt lại.',
      'The text changed after its approval. Ask for a new review.',
    ),
  },
  'studio.behind': {
    status: 409,
    words: text(
      'Trong lúc bạn soạn, thủ tục đã có phiên bản {no} mới hơn. Hãy lấy các thay đổi của phiên bản đó vào bản nháp, rồi gửi duyệt lại.',
      'While you were writing, version {no} of the procedure was published. Take its changes into the draft, then ask for a new review.',
    ),
  },
  'studio.nothing-new': {
    status: 409,
    words: text(
      'Bản nháp giống hệt một phiên bản đã công bố, không có gì để công bố.',
      'The draft equals a version that was published; there is nothing to publish.',
    ),
  },
  'studio.not-a-bundle': {
    status: 422,
    words: text(
      'Tệp này không dùng được: {why}. Hãy chọn tệp .zip có đủ sáu tệp của một thủ tục.',
      'This file cannot be used: {why}. Choose a .zip with the six files of a procedure.',
    ),
  },
  'studio.no-replay': {
    status: 404,
    words: text('Không có lần chạy lại này.', 'There is no such replay.'),
  },
  'studio.nothing-to-compare': {
    status: 409,
    words: text(
      'Thủ tục này chưa có phiên bản nào được công bố nên chưa có hồ sơ cũ để chạy lại.',
      'No version of this procedure was published yet, so there are no dossiers to replay.',
    ),
  },
  'studio.rules-do-not-run': {
    status: 409,
    words: text(
      'Tờ khai, quy tắc hoặc thông tin của bản nháp còn sai nên chưa chạy được. Hãy sửa các chỗ ở trang Kiểm tra trước.',
      'The form, rules or facts of the draft are faulty and cannot run. Mend what the page Check names first.',
    ),
  },
  'studio.no-simulation': {
    status: 404,
    words: text('Không có lần mô phỏng này.', 'There is no such simulation.'),
  },
  'studio.nothing-to-simulate': {
    status: 409,
    words: text(
      'Chưa mô phỏng được: quy trình chưa có bước nào cho người làm, hoặc cơ quan tiếp nhận của thủ tục chưa được khai báo.',
      'Nothing can be simulated yet: the process has no step for people, or the office that receives is not declared.',
    ),
  },
  'studio.no-staged': {
    status: 404,
    words: text(
      'Không có thủ tục chờ này. Hãy xem lại danh sách ở trang nhập.',
      'There is no such procedure waiting. Look at the list on the import page.',
    ),
  },
  'studio.staged-is-done': {
    status: 409,
    words: text(
      'Thủ tục này đã thành bản nháp hoặc đã cất đi nên không sửa ở đây được nữa.',
      'This became a draft or was put away, so it can no longer be corrected here.',
    ),
  },
} satisfies RefusalTable;

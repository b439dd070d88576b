import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'document.not-found': {
    status: 404,
    words: text(
      'Không có giấy tờ này, hoặc bạn không được xem.',
      'There is no such paper, or you may not see it.',
    ),
  },
  'document.read-only': {
    status: 403,
    words: text(
      'Hồ sơ đã nộp nên giấy tờ này không sửa được. Khi cơ quan yêu cầu bổ sung, bạn tải lên được những giấy tờ nêu trong yêu cầu.',
      'The dossier has been filed, so this paper cannot be changed. When the agency asks for more, you can upload the papers that it names.',
    ),
  },
  'document.last-page': {
    status: 409,
    words: text(
      'Đây là trang cuối cùng của giấy tờ. Muốn bỏ hẳn, hãy bỏ tệp rồi tải tệp khác lên.',
      'This is the last page of the paper. To leave it out, remove the file and upload another.',
    ),
  },
  'document.file-empty': {
    status: 422,
    words: text(
      'Tệp trống, không có nội dung. Hãy mở tệp trên máy để kiểm tra rồi tải lên lại.',
      'The file is empty. Open it on your device to check, then upload it again.',
    ),
  },
  'document.file-too-large': {
    status: 413,
    words: text(
      'Tệp lớn hơn 20 MB. Hãy chụp ảnh ở cỡ nhỏ hơn, hoặc tách tệp thành nhiều phần rồi tải lên từng phần.',
      'The file is larger than 20 MB. Take the photo in a smaller size, or split the file and upload the parts.',
    ),
  },
  'document.too-many-files': {
    status: 409,
    words: text(
      'Mỗi giấy tờ nhận tối đa 20 tệp. Hãy bỏ bớt tệp thừa, hoặc gộp các trang vào một tệp PDF.',
      'A paper takes at most 20 files. Remove some, or put the pages into one PDF file.',
    ),
  },
  'document.owner-full': {
    status: 413,
    words: text(
      'Hồ sơ này chỉ còn chỗ cho {left} trong tổng số {limit}. Hãy bỏ bớt tệp thừa, hoặc chụp ảnh ở cỡ nhỏ hơn.',
      'This dossier has room for only {left} of {limit}. Remove files that are not needed, or take smaller photos.',
    ),
  },
  'document.day-full': {
    status: 413,
    words: text(
      'Tài khoản này đã tải lên gần hết {limit} của hôm nay, còn {left}. Hãy tải tiếp vào ngày mai, hoặc mang giấy tờ đến bộ phận một cửa.',
      'This account has uploaded nearly all of the {limit} of today, {left} are left. Go on tomorrow, or bring the papers to the one-stop unit.',
    ),
  },
  'document.type-unknown': {
    status: 415,
    words: text(
      'Chưa nhận loại tệp này. Hãy gửi ảnh (JPEG, PNG, WebP, HEIC), PDF hoặc Word (.docx). Dễ nhất là dùng điện thoại chụp lại giấy tờ.',
      'This kind of file is not taken. Send a photo (JPEG, PNG, WebP, HEIC), PDF or Word (.docx). The easiest way is to photograph the paper with a phone.',
    ),
  },
  'document.type-video': {
    status: 415,
    words: text(
      'Đây là video. Hãy chụp ảnh từng trang giấy tờ rồi tải ảnh lên.',
      'This is a video. Take a photo of each page and upload the photos.',
    ),
  },
  'document.type-old-word': {
    status: 415,
    words: text(
      'Đây là tệp Word hoặc Excel kiểu cũ. Hãy mở tệp, chọn Lưu thành (Save as) PDF hoặc .docx rồi tải lên lại.',
      'This is an old Word or Excel file. Open it, save it as PDF or .docx, and upload it again.',
    ),
  },
  'document.type-archive': {
    status: 415,
    words: text(
      'Đây là tệp nén. Hãy giải nén rồi tải lên từng tệp bên trong.',
      'This is an archive. Unpack it and upload the files in it one by one.',
    ),
  },
  'document.photo-damaged': {
    status: 422,
    words: text(
      'Ảnh bị hỏng hoặc chưa tải về đủ nên không mở được. Hãy chụp lại hoặc chọn ảnh khác.',
      'The photo is damaged or incomplete and cannot be opened. Take it again or choose another.',
    ),
  },
  'document.photo-too-large': {
    status: 422,
    words: text(
      'Ảnh có quá nhiều điểm ảnh. Hãy chụp lại ở độ phân giải thấp hơn (12 đến 50 triệu điểm ảnh là đủ).',
      'The photo has too many pixels. Take it again in a lower resolution (12 to 50 million pixels are enough).',
    ),
  },
  'document.pdf-locked': {
    status: 422,
    words: text(
      'Tệp PDF có mật khẩu. Hãy mở tệp bằng mật khẩu, chọn In rồi Lưu thành PDF, và tải bản mới lên.',
      'The PDF has a password. Open it with the password, print it to a new PDF, and upload that.',
    ),
  },
  'document.pdf-damaged': {
    status: 422,
    words: text(
      'Tệp PDF bị hỏng hoặc chưa tải về đủ. Hãy mở thử trên máy; nếu mở được, chọn In rồi Lưu thành PDF và tải bản mới lên.',
      'The PDF is damaged or incomplete. Try to open it; if that works, print it to a new PDF and upload that.',
    ),
  },
  'document.pdf-empty': {
    status: 422,
    words: text(
      'Tệp PDF không có trang nào. Hãy kiểm tra lại tệp rồi tải lên lại.',
      'The PDF has no pages. Check the file and upload it again.',
    ),
  },
  'document.too-many-pages': {
    status: 422,
    words: text(
      'Tệp có hơn 300 trang. Hãy chỉ gửi những trang cần thiết, hoặc tách thành nhiều tệp.',
      'The file has more than 300 pages. Send only the pages that are needed, or split the file.',
    ),
  },
  'document.word-damaged': {
    status: 422,
    words: text(
      'Tệp Word bị hỏng nên không đọc được. Hãy mở bằng Word, chọn Lưu thành PDF rồi tải bản PDF lên.',
      'The Word file is damaged. Open it in Word, save it as PDF, and upload the PDF.',
    ),
  },
  'document.word-empty': {
    status: 422,
    words: text(
      'Tệp Word không có chữ hay hình nào. Hãy kiểm tra lại tệp.',
      'The Word file has no text and no picture. Check the file.',
    ),
  },
  'document.word-too-large': {
    status: 422,
    words: text(
      'Tệp Word chứa quá nhiều dữ liệu. Hãy lưu thành PDF rồi tải bản PDF lên.',
      'The Word file holds too much. Save it as PDF and upload the PDF.',
    ),
  },
  'document.unreadable': {
    status: 422,
    words: text(
      'Hệ thống không đọc được tệp này. Hãy chụp ảnh giấy tờ bằng điện thoại rồi tải ảnh lên.',
      'The system cannot read this file. Photograph the paper with a phone and upload the photo.',
    ),
  },
  'document.infected': {
    status: 422,
    words: text(
      'Tệp này có mã độc nên không được nhận. Hãy quét máy của bạn, rồi chụp lại giấy tờ bằng điện thoại.',
      'This file holds malicious code and was not taken. Scan your computer, then photograph the paper with a phone.',
    ),
  },
  'document.unscanned': {
    status: 422,
    words: text(
      'Lúc này hệ thống chưa quét được mã độc nên không nhận tệp. Hãy gỡ tệp này và tải lên lại sau ít phút.',
      'Files cannot be scanned for malicious code at the moment and are not taken. Remove this one and upload it again in some minutes.',
    ),
  },
  'document.upload-broken': {
    status: 422,
    words: text(
      'Tệp chưa tới đủ, có thể do mất mạng. Hãy tải lên lại.',
      'The file did not arrive whole, perhaps the network was lost. Upload it again.',
    ),
  },
  'document.not-printed': {
    status: 409,
    words: text(
      'Giấy tờ đang được in, thường xong trong vài giây. Hãy tải lại trang.',
      'The paper is being printed, usually within seconds. Reload the page.',
    ),
  },
  'document.print-failed': {
    status: 409,
    words: text(
      'Giấy tờ này không lập được, đã báo bộ phận kỹ thuật. Bạn không cần làm gì; giấy tờ sẽ có ở đây khi lỗi được khắc phục.',
      'This paper could not be printed; the technical staff know. You need not do anything, it will be here once that is mended.',
    ),
  },
  'document.not-failed': {
    status: 409,
    words: text(
      'Giấy tờ này không bị lỗi nên không cần lập lại.',
      'This paper has not failed, so it need not be printed again.',
    ),
  },
  'document.not-reprinter': {
    status: 403,
    words: text(
      'Chỉ văn thư và cán bộ tiếp nhận lập lại được giấy tờ bị lỗi.',
      'Only record clerks and receiving officials have failed papers printed again.',
    ),
  },
} satisfies RefusalTable;

/** The words for a file that was rejected. */
export function spoiledWords(spoiled: string) {
  const table: RefusalTable = refusals;
  return (table[`document.${spoiled}`] ?? refusals['document.unreadable']).words;
}

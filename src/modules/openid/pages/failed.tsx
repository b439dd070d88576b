import { get, type Route } from '#/platform/http/index.ts';
import { LinkButton } from '#/ui/index.ts';
import { fill, say, text } from '#/values/text.ts';
import { anyone } from '../access.ts';
import { refusals } from '../refusals.ts';

/** The question that a client asked is over, or belongs to another browser. */
export const expired = 'expired';

/** What a person sees when a client asked for something that it may not, or too late. */
export function failedRoutes(): Route[] {
  return [
    get('/ket-noi/loi', anyone, async (_tx, { lang, query }) => {
      const code = /^[a-z_]{1,60}$/.test(query['ma'] ?? '') ? query['ma']! : 'invalid_request';
      const view = (
        <>
          <h1>{say(lang, words.title)}</h1>
          <p>{say(lang, code === expired ? refusals['openid.no-request'].words : words.lead)}</p>
          <p>{say(lang, fill(words.code, { code }))}</p>
          <LinkButton href="/">{say(lang, words.home)}</LinkButton>
        </>
      );
      return { title: say(lang, words.title), layout: 'citizen', view };
    }),
  ];
}

const words = {
  title: text('Chưa kết nối được ứng dụng', 'The application could not be connected'),
  lead: text(
    'Yêu cầu của ứng dụng không đúng hoặc đã hết hạn. Không có dữ liệu nào của bạn được gửi đi. Hãy quay lại ứng dụng và bắt đầu lại; nếu vẫn không được, báo cho đơn vị quản lý ứng dụng.',
    'The application’s request was wrong or too old. Nothing of yours was sent. Go back to the application and begin again; if that does not help, tell those who run it.',
  ),
  code: text(
    'Mã lỗi cho bên quản lý ứng dụng: {code}',
    'Error code for those who run the application: {code}',
  ),
  home: text('Về trang chủ', 'To the home page'),
};

import type { Lang } from '#/values/text.ts';
import { text } from '#/values/text.ts';
import { Ask } from '../ask/ask.tsx';
import { Button, ButtonRow } from '../button.tsx';
import { DraftFoot } from '../draft-foot.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { FileUpload } from '../file-upload.tsx';
import { Form } from '../form.tsx';
import { filled, lookups, questions } from './samples.ts';
import { Sample } from './sample.tsx';

/** Every kind of question, half filled, with a few slips. */
export function GalleryForms({ lang, csrf }: { readonly lang: Lang; readonly csrf: string }) {
  return (
    <Sample title="Câu hỏi">
      <div class="column">
        <ErrorSummary wrong={filled.wrong} lang={lang} />
        <Form csrf={csrf} lang={lang} action="/ui">
          {questions.map((question) => (
            <Ask
              key={question.name}
              question={question}
              {...filled}
              lang={lang}
              lookups={lookups}
            />
          ))}
          <FileUpload
            name="giay_chung_sinh"
            label="Giấy chứng sinh"
            lang={lang}
            hint="Ảnh chụp hoặc PDF, mỗi tệp tối đa 20 MB. Chụp đủ bốn góc, đọc rõ chữ."
            wrong={{
              giay_chung_sinh: text(
                'Tệp “anh2.jpg” mờ quá, không đọc được. Chụp lại nơi đủ sáng rồi tải lên',
                'The file “anh2.jpg” is too blurred. Take it again in good light and upload it',
              ),
            }}
            files={[
              {
                name: 'anh1.jpg',
                about: '1 trang · 1,2 MB',
                href: '/tep/1',
                status: { tone: 'good', words: 'Đọc rõ' },
                remove: 'file:1',
              },
              {
                name: 'anh2.jpg',
                about: '1 trang · 0,3 MB',
                status: { tone: 'error', words: 'Không đọc được' },
                remove: 'file:2',
              },
            ]}
          />
          <ButtonRow>
            <Button>Tiếp tục</Button>
            <Button look="quiet">Lưu và làm sau</Button>
          </ButtonRow>
          <DraftFoot lang={lang} savedAt="10:42" />
        </Form>
        <DraftFoot lang={lang} failed />
      </div>
    </Sample>
  );
}

import type { ListedStep } from '#/modules/process/index.ts';
import { ask, form, type Form, type Question } from '#/platform/form/index.ts';
import { text } from '#/values/text.ts';
import type { Colleague } from '../../desk/colleague-store.ts';
import type { Dossier } from '../../dossier.ts';

/** A form of any questions: what a deed asks before it is done. */
export type DeedForm = Pick<Form<Record<never, never>>, 'list' | 'blank' | 'filledWith' | 'read'>;

const longest = 2000;

/** Asks why; the words go into the letter or to the next official. */
export function reasonForm(label: Question['label'], hint: Question['hint']): DeedForm {
  return form({
    reason: ask.textarea({
      label,
      hint,
      required: true,
      maxLength: longest,
      missing: text('Ghi rõ lý do', 'State the reason'),
    }),
  });
}

/** Asks for a note that may stay empty. */
export function noteForm(label: Question['label']): DeedForm {
  return form({ note: ask.textarea({ label, maxLength: longest }) });
}

/** Asks what an agency that was consulted says. */
export const opinionForm: DeedForm = form({
  opinion: ask.radio(
    [
      { value: 'agree', label: text('Đồng ý', 'It agrees') },
      { value: 'object', label: text('Không đồng ý', 'It objects') },
    ],
    {
      label: text('Ý kiến của cơ quan', 'Opinion of the agency'),
      required: true,
      missing: text('Chọn đồng ý hoặc không đồng ý', 'Choose whether the agency agrees'),
    },
  ),
  note: ask.textarea({
    label: text('Nội dung, căn cứ', 'Words and legal basis'),
    hint: text(
      'Không đồng ý thì nêu lý do. Cơ quan thụ lý đọc được.',
      'Who objects says why. The agency in charge reads it.',
    ),
    maxLength: longest,
  }),
});

/** Asks to whom a step goes. */
export function colleagueForm(colleagues: readonly Colleague[], isRequired: boolean): DeedForm {
  const options = colleagues.map(({ accountId, name }) => ({
    value: accountId,
    label: text(name, name),
  }));
  return form({
    to: ask.select(options, {
      label: text('Giao cho', 'Give it to'),
      required: isRequired,
      missing: text('Chọn người nhận', 'Choose somebody'),
    }),
    note: ask.textarea({
      label: text('Ghi chú cho người nhận', 'Note for them'),
      maxLength: longest,
    }),
  });
}

/** Asks to which other step a case goes, and why. */
export function jumpForm(steps: readonly Pick<ListedStep, 'id' | 'name'>[]): DeedForm {
  return form({
    step: ask.radio(
      steps.map(({ id, name }) => ({ value: id, label: name })),
      {
        label: text('Chuyển hồ sơ tới bước nào?', 'To which step does it go?'),
        hint: text(
          'Bước đang chờ sẽ đóng lại. Hạn giải quyết của hồ sơ không đổi.',
          'The step that waits now is closed. The deadline of the dossier stays.',
        ),
        required: true,
        missing: text('Chọn bước chuyển tới', 'Choose the step'),
      },
    ),
    reason: ask.textarea({
      label: text('Lý do', 'Reason'),
      hint: text(
        'Lý do được lưu trong lịch sử hồ sơ; chỉ cán bộ đọc được.',
        'It is kept in the history; only officials read it.',
      ),
      required: true,
      maxLength: longest,
      missing: text('Ghi rõ lý do', 'State the reason'),
    }),
  });
}

/** Asks how a result was handed over. */
export function deliveryForm({ delivery }: Pick<Dossier, 'delivery'>): {
  form: DeedForm;
  usual: Record<string, string>;
} {
  const asked = form({
    by: ask.radio(
      [
        { value: 'COUNTER', label: text('Trao tại quầy', 'At the counter') },
        { value: 'POST', label: text('Gửi bưu chính công ích', 'By post') },
        { value: 'ONLINE', label: text('Người nộp nhận trực tuyến', 'Online') },
      ],
      { label: text('Trả kết quả bằng cách nào?', 'How was it handed over?'), required: true },
    ),
    note: ask.text({
      label: text('Người nhận hoặc số bưu gửi', 'Who took it, or the number of the parcel'),
      hint: text(
        'Ví dụ: Nguyễn Thị Bình nhận; EA123456789VN',
        'For example: taken by Nguyễn Thị Bình; EA123456789VN',
      ),
      maxLength: 200,
    }),
  });
  return { form: asked, usual: { by: delivery } };
}

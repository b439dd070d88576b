import { text, type Text } from '#/values/text.ts';
import type { DeskVerb } from '../../desk-verbs.ts';

/** How an official's act is told: the verb on its button, and what is said when it is done. */
export interface DeedWords {
  readonly act: Text;
  readonly done: Text;
}

export const deedWords: Readonly<Record<DeskVerb, DeedWords>> = {
  claim: {
    act: text('Nhận việc', 'Claim'),
    done: text('Bạn đã nhận hồ sơ {code}.', 'You hold dossier {code}.'),
  },
  release: {
    act: text('Nhả việc', 'Release'),
    done: text('Đã trả hồ sơ {code} về hàng chờ.', 'Dossier {code} is free again.'),
  },
  assign: {
    act: text('Chuyển giao', 'Hand over'),
    done: text('Đã chuyển giao hồ sơ {code}.', 'Dossier {code} was handed over.'),
  },
  accept: {
    act: text('Tiếp nhận', 'Accept'),
    done: text('Đã tiếp nhận hồ sơ {code}.', 'Dossier {code} was accepted.'),
  },
  refuse: {
    act: text('Từ chối tiếp nhận', 'Do not accept'),
    done: text('Đã từ chối tiếp nhận hồ sơ {code}.', 'Dossier {code} was not accepted.'),
  },
  'request-supplement': {
    act: text('Yêu cầu bổ sung', 'Request a supplement'),
    done: text(
      'Đã gửi yêu cầu bổ sung hồ sơ {code}.',
      'The supplement request for {code} was sent.',
    ),
  },
  'give-opinion': {
    act: text('Cho ý kiến', 'Give an opinion'),
    done: text('Đã gửi ý kiến về hồ sơ {code}.', 'The opinion on {code} was given.'),
  },
  'allow-supplement': {
    act: text('Cho bổ sung thêm', 'Allow the supplement'),
    done: text(
      'Đã gửi yêu cầu bổ sung thêm hồ sơ {code}.',
      'The further request for {code} was sent.',
    ),
  },
  'deny-supplement': {
    act: text('Không cho bổ sung thêm', 'Deny the supplement'),
    done: text(
      'Đã bác đề nghị bổ sung thêm hồ sơ {code}.',
      'The further request for {code} was denied.',
    ),
  },
  forward: {
    act: text('Chuyển bước', 'Forward'),
    done: text(
      'Đã chuyển hồ sơ {code} sang bước tiếp theo.',
      'Dossier {code} went to its next step.',
    ),
  },
  'propose-refusal': {
    act: text('Đề nghị từ chối', 'Propose refusal'),
    done: text('Đã trình đề nghị từ chối hồ sơ {code}.', 'Refusal of {code} was proposed.'),
  },
  return: {
    act: text('Trả lại', 'Return'),
    done: text('Đã trả lại hồ sơ {code} để hoàn thiện.', 'Dossier {code} was returned.'),
  },
  approve: {
    act: text('Ký duyệt', 'Approve'),
    done: text('Đã ký duyệt hồ sơ {code}.', 'Dossier {code} was approved.'),
  },
  register: {
    act: text('Vào sổ', 'Register'),
    done: text('Đã vào sổ kết quả hồ sơ {code}.', 'The result of {code} was registered.'),
  },
  deliver: {
    act: text('Trả kết quả', 'Deliver'),
    done: text('Đã trả kết quả hồ sơ {code}.', 'The result of {code} was delivered.'),
  },
  extend: {
    act: text('Gia hạn xác minh', 'Extend'),
    done: text('Đã gia hạn hồ sơ {code}.', 'The deadline of {code} was extended.'),
  },
  jump: {
    act: text('Chuyển ngoài quy trình', 'Send past the process'),
    done: text(
      'Đã chuyển hồ sơ {code} sang bước khác.',
      'Dossier {code} was sent to another step.',
    ),
  },
  stop: {
    act: text('Dừng xử lý', 'Stop'),
    done: text('Đã dừng xử lý hồ sơ {code}.', 'Dossier {code} was stopped.'),
  },
  'demand-payment': {
    act: text('Yêu cầu nộp phí', 'Demand payment'),
    done: text('Đã yêu cầu nộp phí, lệ phí hồ sơ {code}.', 'Payment for {code} was demanded.'),
  },
  'finish-leg': {
    act: text('Hoàn thành phần liên thông', 'Finish this part'),
    done: text('Đã hoàn thành phần việc của hồ sơ {code}.', 'This part of {code} is done.'),
  },
  'refuse-leg': {
    act: text('Từ chối phần liên thông', 'Refuse this part'),
    done: text(
      'Đã từ chối phần việc này của hồ sơ {code}; các phần khác vẫn tiếp tục.',
      'This part of {code} is refused; the other parts go on.',
    ),
  },
  'check-paper': {
    act: text('Ghi kết quả kiểm tra', 'Note the check'),
    done: text('Đã ghi kết quả kiểm tra giấy tờ.', 'The check was noted.'),
  },
  message: { act: text('Gửi', 'Send'), done: text('Đã gửi tin nhắn.', 'The message was sent.') },
};

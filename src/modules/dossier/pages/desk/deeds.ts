import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import { text, type Text } from '#/values/text.ts';
import { accept } from '../../commands/accept.ts';
import { approve } from '../../commands/approve.ts';
import { deliver } from '../../commands/deliver.ts';
import { demandPayment } from '../../commands/demand-payment.ts';
import { extend } from '../../commands/extend.ts';
import { finishLeg } from '../../commands/finish-leg.ts';
import { forward, proposeRefusal, sendBack } from '../../commands/forward.ts';
import { giveOpinion, type Opinion } from '../../commands/give-opinion.ts';
import { claim, handOver, release } from '../../commands/hold.ts';
import { jump } from '../../commands/jump.ts';
import { refuseIntake } from '../../commands/refuse-intake.ts';
import { refuseLeg } from '../../commands/refuse-leg.ts';
import { register } from '../../commands/register.ts';
import { allowSupplement, denySupplement } from '../../commands/request-supplement.ts';
import { stop } from '../../commands/withdraw.ts';
import type { DeskVerb } from '../../desk-verbs.ts';
import type { Delivery } from '../../dossier.ts';

/** What was typed into the form of a deed. */
export type DeedAnswers = Readonly<Record<string, unknown>>;

/** An act that one presses a button for, or that asks some words first. */
export interface Deed {
  readonly verb: DeskVerb;
  readonly slug: string;
  /** The key that presses it. */
  readonly hotkey?: string | undefined;
  readonly look?: 'danger' | undefined;
  /** With it the official's work on the dossier is done: the next one may come. */
  readonly isEnd: boolean;
  /** What it asks: a reason, a note, a colleague, how it was delivered, another step. Nothing when left out. */
  readonly asks?: 'reason' | 'note' | 'colleague' | 'delivery' | 'opinion' | 'step' | undefined;
  readonly label?: Text | undefined;
  readonly hint?: Text | undefined;
  run(tx: Tx, actor: Actor, code: string, answers: DeedAnswers): Promise<object | Refusal>;
}

const reads = text('Người nộp sẽ đọc được lý do này.', 'The applicant will read it.');

/** All deeds but the supplement request, whose form is a page of its own. */
export const deeds: readonly Deed[] = [
  {
    verb: 'accept',
    slug: 'tiep-nhan',
    hotkey: 't',
    isEnd: true,
    run: (tx, actor, code) => accept(tx, actor, { code }),
  },
  {
    verb: 'forward',
    slug: 'chuyen-buoc',
    hotkey: 'c',
    isEnd: true,
    run: (tx, actor, code, answers) =>
      forward(tx, actor, { code, note: typed(answers, 'note'), assignTo: typed(answers, 'to') }),
  },
  {
    verb: 'approve',
    slug: 'ky-duyet',
    hotkey: 'd',
    isEnd: true,
    run: (tx, actor, code) => approve(tx, actor, { code }),
  },
  {
    verb: 'register',
    slug: 'vao-so',
    hotkey: 's',
    isEnd: true,
    run: (tx, actor, code) => register(tx, actor, { code }),
  },
  {
    verb: 'deliver',
    slug: 'tra-ket-qua',
    hotkey: 'q',
    isEnd: true,
    asks: 'delivery',
    run: (tx, actor, code, answers) =>
      deliver(tx, actor, {
        code,
        by: typed(answers, 'by') as Delivery,
        note: typed(answers, 'note'),
      }),
  },
  {
    verb: 'finish-leg',
    slug: 'hoan-thanh-lien-thong',
    hotkey: 'h',
    isEnd: true,
    asks: 'note',
    label: text('Kết quả của phần liên thông', 'Result of this part'),
    run: (tx, actor, code, answers) =>
      finishLeg(tx, actor, { code, result: typed(answers, 'note') ?? '' }),
  },
  {
    verb: 'give-opinion',
    slug: 'cho-y-kien',
    hotkey: 'h',
    isEnd: true,
    asks: 'opinion',
    run: (tx, actor, code, answers) =>
      giveOpinion(tx, actor, {
        code,
        opinion: typed(answers, 'opinion') as Opinion,
        words: typed(answers, 'note'),
      }),
  },
  {
    verb: 'allow-supplement',
    slug: 'cho-bo-sung',
    isEnd: true,
    run: (tx, actor, code) => allowSupplement(tx, actor, { code }),
  },
  {
    verb: 'claim',
    slug: 'nhan-viec',
    hotkey: 'n',
    isEnd: false,
    run: (tx, actor, code) => claim(tx, actor, { code }),
  },
  {
    verb: 'demand-payment',
    slug: 'yeu-cau-nop-phi',
    isEnd: true,
    run: (tx, actor, code) => demandPayment(tx, actor, { code }),
  },
  {
    verb: 'extend',
    slug: 'gia-han',
    isEnd: false,
    asks: 'reason',
    label: text('Vì sao phải xác minh?', 'Why must it be verified?'),
    hint: reads,
    run: (tx, actor, code, answers) =>
      extend(tx, actor, { code, reason: typed(answers, 'reason') ?? '' }),
  },
  {
    verb: 'return',
    slug: 'tra-lai',
    hotkey: 'r',
    isEnd: true,
    asks: 'reason',
    label: text('Cần hoàn thiện điều gì?', 'What has to be improved?'),
    hint: text('Chỉ cán bộ đọc được.', 'Only officials read it.'),
    run: (tx, actor, code, answers) =>
      sendBack(tx, actor, { code, reason: typed(answers, 'reason') ?? '' }),
  },
  {
    verb: 'propose-refusal',
    slug: 'de-nghi-tu-choi',
    look: 'danger',
    isEnd: true,
    asks: 'reason',
    label: text('Lý do từ chối giải quyết', 'Why refuse?'),
    hint: text(
      'Ghi rõ căn cứ pháp luật; lý do này in trong văn bản trả lời.',
      'Name the law; it is printed in the answer.',
    ),
    run: (tx, actor, code, answers) =>
      proposeRefusal(tx, actor, { code, reason: typed(answers, 'reason') ?? '' }),
  },
  {
    verb: 'deny-supplement',
    slug: 'khong-bo-sung',
    isEnd: true,
    asks: 'reason',
    label: text('Vì sao không cho bổ sung thêm?', 'Why not?'),
    hint: text('Chỉ cán bộ đọc được.', 'Only officials read it.'),
    run: (tx, actor, code, answers) =>
      denySupplement(tx, actor, { code, reason: typed(answers, 'reason') ?? '' }),
  },
  {
    verb: 'refuse',
    slug: 'tu-choi',
    look: 'danger',
    isEnd: true,
    asks: 'reason',
    label: text('Lý do không tiếp nhận', 'Why is it not accepted?'),
    hint: reads,
    run: (tx, actor, code, answers) =>
      refuseIntake(tx, actor, { code, reason: typed(answers, 'reason') ?? '' }),
  },
  {
    verb: 'refuse-leg',
    slug: 'tu-choi-lien-thong',
    look: 'danger',
    isEnd: true,
    asks: 'reason',
    label: text('Lý do từ chối phần việc này', 'Why is this part refused?'),
    hint: text(
      'Ghi rõ căn cứ pháp luật; người nộp nhận văn bản từ chối. Các phần khác của hồ sơ vẫn tiếp tục.',
      'Name the law; the applicant gets a notice. The other parts of the dossier go on.',
    ),
    run: (tx, actor, code, answers) =>
      refuseLeg(tx, actor, { code, reason: typed(answers, 'reason') ?? '' }),
  },
  {
    verb: 'stop',
    slug: 'dung',
    look: 'danger',
    isEnd: true,
    asks: 'reason',
    label: text('Lý do dừng xử lý', 'Why stop?'),
    hint: reads,
    run: (tx, actor, code, answers) =>
      stop(tx, actor, { code, reason: typed(answers, 'reason') ?? '' }),
  },
  {
    verb: 'jump',
    slug: 'chuyen-ngoai-quy-trinh',
    isEnd: false,
    asks: 'step',
    run: (tx, actor, code, answers) =>
      jump(tx, actor, {
        code,
        element: typed(answers, 'step') ?? '',
        reason: typed(answers, 'reason') ?? '',
      }),
  },
  {
    verb: 'assign',
    slug: 'chuyen-giao',
    hotkey: 'g',
    isEnd: true,
    asks: 'colleague',
    run: (tx, actor, code, answers) =>
      handOver(tx, actor, {
        code,
        toAccountId: typed(answers, 'to') ?? '',
        note: typed(answers, 'note'),
      }),
  },
  {
    verb: 'release',
    slug: 'nha-viec',
    isEnd: false,
    run: (tx, actor, code) => release(tx, actor, { code }),
  },
];

/** The address of the supplement request's page. */
export const supplementSlug = 'bo-sung';

/** Words that were typed; null when there are none. */
function typed(answers: DeedAnswers, name: string): string | null {
  const words = answers[name];
  return typeof words === 'string' && words.trim() !== '' ? words.trim() : null;
}

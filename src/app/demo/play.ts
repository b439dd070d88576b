import {
  accept,
  answerSupplement,
  apologise,
  approve,
  claim,
  confirmDraft,
  deliver,
  extend,
  finishLeg,
  forward,
  getById,
  giveOpinion,
  proposeRefusal,
  refuseIntake,
  register,
  requestSupplement,
  sendBack,
  stop,
  withdraw,
  writeMessage,
  type FiledPaper,
} from '#/modules/dossier/index.ts';
import { demandsOf, recordPayment } from '#/modules/payment/index.ts';
import { listOpenTasks, type OpenTask } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { systemActor, type Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import type { Office, Player } from './office.ts';
import { findDueAt, putPapers, withPrintedPapers, type Sample } from './papers.ts';
import type { Move, Situation } from './story.ts';

/** A dossier on the stage. */
export interface Played {
  readonly id: string;
  readonly code: string;
  readonly applicant: Player;
  readonly papers: readonly FiledPaper[];
  /** A question of its form, for supplements of dossiers without papers. */
  readonly question: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Where a dossier stands, and whose turn it is. */
export interface Standing {
  readonly situation: Situation;
  readonly task: OpenTask;
  /** When the dossier is due; null before it is accepted. */
  readonly dueAt: Date | null;
}

/** How a dossier stands; undefined when it has ended. */
export async function situationOf(
  tx: Tx,
  { id }: Pick<Played, 'id'>,
): Promise<Standing | undefined> {
  const [task] = (await listOpenTasks(tx, id)).toSorted((a, b) => a.node - b.node);
  if (!task) return undefined;
  return { situation: await situationAt(tx, id, task), task, dueAt: await findDueAt(tx, id) };
}

/** Clocks stand for an applicant who is asked for more, or checks a draft where the law has them check it. */
async function situationAt(tx: Tx, id: string, task: OpenTask): Promise<Situation> {
  if (!task.isSuspended) return (task.kind ?? 'handle') as Situation;
  return (await getById(tx, id)).state === 'CONFIRMING' ? 'confirming' : 'asked';
}

/** What a move needs to know. */
export interface Scene extends Pick<Standing, 'situation' | 'task'> {
  readonly office: Office;
  readonly sample: Sample;
  readonly at: Date;
}

/**
 * Makes a move by the use case that a person would reach by a button, as the person whose turn it is. Gives the refusal
 * when the rules say no.
 */
export async function play(
  tx: Tx,
  played: Played,
  move: Move,
  scene: Scene,
): Promise<Refusal | undefined> {
  const official = () =>
    actorAt(scene.office.holder(scene.task.unitId!, scene.task.role!), scene.at);
  const citizen = actorAt(played.applicant, scene.at);
  const { code } = played;
  const outcome = await perform();
  return isRefusal(outcome) ? outcome : undefined;

  function perform(): Promise<unknown> {
    switch (move) {
      case 'go':
        return goOn(tx, played, scene, official, citizen);
      case 'claim':
        return claim(tx, official(), { code });
      case 'refuse':
        return refuseIntake(tx, official(), {
          code,
          reason: 'Hồ sơ không thuộc thẩm quyền giải quyết của phường.',
        });
      case 'ask':
        return ask(tx, played, official());
      case 'refuse-result':
        return proposeRefusal(tx, official(), {
          code,
          reason: 'Thông tin kê khai không khớp với dữ liệu đã đăng ký.',
        });
      case 'return':
        return sendBack(tx, official(), {
          code,
          reason: 'Bổ sung căn cứ pháp lý vào dự thảo trước khi trình lại.',
        });
      case 'extend':
        return extend(tx, official(), { code, reason: 'Cần xác minh nơi cư trú trước đây.' });
      case 'apologise':
        return apologise(tx, played.id, scene.at);
      case 'write':
        return writeMessage(tx, citizen, {
          code,
          words: 'Cho tôi hỏi hồ sơ đã có kết quả chưa ạ?',
        });
      case 'withdraw':
        return withdraw(tx, citizen, { code, reason: 'Tôi chưa cần giải quyết lúc này.' });
      case 'stop':
        return stop(tx, official(), {
          code,
          reason: 'Quá thời hạn bổ sung mà không nhận được hồ sơ bổ sung.',
        });
    }
  }
}

function actorAt(player: Player, at: Date): Actor {
  return { ...player, at };
}

/** The usual move of a situation. */
async function goOn(
  tx: Tx,
  played: Played,
  scene: Scene,
  official: () => Actor,
  citizen: Actor,
): Promise<unknown> {
  const { code } = played;
  switch (scene.situation) {
    case 'receive':
      return accept(tx, official(), { code });
    case 'assign':
    case 'handle':
    case 'review':
      return forward(tx, official(), { code, note: null });
    case 'confirming':
      return confirmDraft(tx, citizen, { code });
    case 'approve':
      return approve(tx, official(), { code });
    case 'register':
      return register(tx, official(), { code });
    case 'leg':
      return finishLeg(tx, official(), { code, result: 'Đã thực hiện xong.' });
    case 'consult':
      return giveOpinion(tx, official(), { code, opinion: 'agree', words: null });
    case 'pay':
      return pay(tx, played, systemActor(scene.at), 'transfer');
    case 'asked':
      return answer(tx, played, citizen, scene.sample);
    case 'deliver':
      await pay(tx, played, official(), 'cash');
      return withPrintedPapers(tx, played.id, () =>
        deliver(tx, official(), { code, by: 'ONLINE', note: null }),
      );
  }
}

async function pay(
  tx: Tx,
  { id }: Played,
  actor: Actor,
  method: 'cash' | 'transfer',
): Promise<unknown> {
  for (const demand of await demandsOf(tx, id)) {
    if (demand.state !== 'open') continue;
    const paid = await recordPayment(tx, actor, {
      demandId: demand.id,
      method,
      amount: demand.total,
    });
    if (isRefusal(paid)) return paid;
  }
  return undefined;
}

/** Asks for a better picture of the first paper or, where there is none, for a clearer answer. */
function ask(tx: Tx, { code, papers: [paper], question }: Played, actor: Actor): Promise<unknown> {
  const item = paper
    ? ({
        kind: 'paper',
        name: paper.code,
        reason: 'unreadable',
        words: 'Ảnh chụp mờ, không đọc được. Hãy chụp lại đủ sáng, thấy cả bốn góc.',
      } as const)
    : ({
        kind: 'field',
        name: question,
        reason: 'incorrect',
        words: 'Ghi lại đúng như trên thẻ căn cước.',
      } as const);
  return requestSupplement(tx, actor, { code, items: [item], words: null });
}

async function answer(
  tx: Tx,
  { id, code, papers, question, answers }: Played,
  actor: Actor,
  sample: Sample,
): Promise<unknown> {
  const [first, ...others] = papers;
  if (!first)
    return answerSupplement(tx, actor, {
      code,
      answers: { [question]: answers[question] },
      papers: [],
    });
  const better = { ...first, sha256: sample.better.sha256, pages: 1 };
  await putPapers(tx, id, [better], sample.better, actor);
  return answerSupplement(tx, actor, { code, answers: {}, papers: [better, ...others] });
}

import { requestPrint } from '#/modules/document/index.ts';
import { getPerson } from '#/modules/identity/index.ts';
import type { CompiledProcedure } from '#/modules/procedure/index.ts';
import { enterRegister } from '#/modules/registry/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { dayOf } from '#/values/day.ts';
import { formatInstant } from '#/values/instant.ts';
import { deadlineWords } from '../deadline-words.ts';
import { deliveryWords } from '../delivery-words.ts';
import type { Dossier } from '../dossier.ts';
import { unpaidAmount } from '../fees.ts';
import type { Supplement, SupplementItem } from '../store/index.ts';
import { letterOf } from './letter.ts';
import { addressWords, phoneWords } from './party.ts';
import { signatureOf } from './signature.ts';

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01; CT04 for residence). */
export async function printReceptionSlip(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
  const { unit, procedure, isPolice, common } = await letterOf(tx, dossier, actor.at);
  const owner = await getPerson(tx, dossier.ownerPersonId);
  const owed = await unpaidAmount(tx, dossier);
  const shared = {
    ...common,
    receivedAtOffice: unit.name.vi,
    payment: owed === null ? 'Không thu phí, lệ phí' : `Phải nộp: ${owed}`,
    papers: dossier.papers.map(({ name, pages }) => ({
      name: `${name} (${pages} trang)`,
      copies: 1,
    })),
    acceptedAt: formatInstant(actor.at),
    dueAt: dossier.dueAt === null ? '' : formatInstant(dossier.dueAt),
    deliverAt: deliveryWords(dossier, unit).vi,
    trackingAddress: `/tra-cuu?ma=${dossier.code}`,
    trackingSecret: dossier.trackingSecret,
    receivedBy: actor.name,
  };
  if (isPolice) {
    await requestPrint(tx, actor, {
      owner: dossier.id,
      kind: 'CT04',
      data: shared,
      sealedBy: unit.id,
    });
    return;
  }
  const entry = await enterRegister(tx, actor, {
    unitId: unit.id,
    book: 'reception',
    symbol: 'TNHS',
    subject: dossier.id,
    summary: dossier.abstract,
  });
  await requestPrint(tx, actor, {
    owner: dossier.id,
    sealedBy: unit.id,
    kind: 'MAU_01',
    data: {
      ...shared,
      owner:
        owner.id === dossier.submitterPersonId
          ? undefined
          : {
              name: owner.fullName,
              address: await addressWords(tx, owner.address, dayOf(actor.at)),
            },
      sets: procedure.catalogue.sets ?? 1,
      duration: deadlineWords(dossier.deadline).vi,
      register: { volume: `01/${entry.year}`, number: String(entry.number) },
      hotline: phoneWords(unit.phone),
    },
  });
}

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02; CT05 for residence). */
export async function printSupplementRequest(
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
  { items, words, answerDueAt }: Pick<Supplement, 'items' | 'words' | 'answerDueAt'>,
): Promise<void> {
  const { unit, procedure, isPolice, common } = await letterOf(tx, dossier, actor.at);
  await requestPrint(tx, actor, {
    owner: dossier.id,
    sealedBy: unit.id,
    kind: isPolice ? 'CT05' : 'MAU_02',
    data: {
      ...common,
      demands: items.map((item) => ({ about: nameOfItem(procedure, item), words: item.words })),
      reason: words ?? 'Hồ sơ chưa đủ thông tin để giải quyết theo quy định.',
      before: answerDueAt === null ? undefined : formatInstant(answerDueAt),
      contact: { name: actor.name, phone: phoneWords(unit.phone) },
    },
  });
}

/** What a point of a supplement request is about, in the words of the procedure. */
export function nameOfItem(
  procedure: CompiledProcedure,
  item: Pick<SupplementItem, 'kind' | 'name'>,
): string {
  if (item.kind === 'paper') {
    return procedure.catalogue.papers.find(({ code }) => code === item.name)?.name.vi ?? item.name;
  }
  return procedure.form.questions.find(({ name }) => name === item.name)?.label.vi ?? item.name;
}

/** A part of an interlinked procedure, and the agency that decides it. */
export interface LegOfLetter {
  readonly part: string;
  readonly unitId: string;
}

/** Phiếu từ chối tiếp nhận, giải quyết hồ sơ (Mẫu 03; CT06 for residence), of the whole dossier or of one part. */
export async function printRefusalNotice(
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
  reason: string,
  leg?: LegOfLetter,
): Promise<void> {
  const { unit, isPolice, common } = await letterOf(tx, dossier, actor.at, leg?.unitId);
  const shared = {
    ...common,
    procedure: leg ? `${leg.part} (${common.procedure})` : common.procedure,
    receivedAtOffice: unit.name.vi,
    reasons: [{ words: reason }],
  };
  if (isPolice) {
    await requestPrint(tx, actor, {
      owner: dossier.id,
      sealedBy: unit.id,
      kind: 'CT06',
      data: { ...shared, signer: signatureOf(unit, actor.name) },
    });
  } else {
    await requestPrint(tx, actor, {
      owner: dossier.id,
      sealedBy: unit.id,
      kind: 'MAU_03',
      data: { ...shared, signedBy: actor.name },
    });
  }
}

/** Phiếu xin lỗi và hẹn lại ngày trả kết quả (Mẫu 04). */
export async function printApology(
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
  newDueAt: Date,
): Promise<void> {
  const { unit, procedure, submitter, common } = await letterOf(tx, dossier, actor.at);
  await requestPrint(tx, actor, {
    owner: dossier.id,
    sealedBy: unit.id,
    kind: 'MAU_04',
    data: {
      head: common.head,
      dossierCode: dossier.code,
      addressee: submitter.organisationName ?? submitter.fullName,
      office: unit.name.vi,
      lateOffice: unit.name.vi,
      procedure: procedure.catalogue.shortName.vi,
      acceptedOn: dossier.acceptedAt === null ? '' : formatInstant(dossier.acceptedAt),
      dueAt: dossier.dueAt === null ? '' : formatInstant(dossier.dueAt),
      reason: 'Hồ sơ chưa được giải quyết xong trong thời hạn đã hẹn.',
      newDueAt: formatInstant(newDueAt),
      deliverAt: deliveryWords(dossier, unit).vi,
      recipients: ['Như trên', 'Lưu: hồ sơ'],
      signer: signatureOf(unit, ''),
    },
  });
}

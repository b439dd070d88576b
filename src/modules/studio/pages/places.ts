import type { ArtefactName, BundleFault } from '#/modules/procedure/index.ts';
import { text, type Text } from '#/values/text.ts';

/** Address of the studio. */
export const home = '/xuong-thu-tuc';

/** One place of a draft in the rail. */
export interface Place {
  /** Behind the address of the draft. */
  readonly path: string;
  readonly title: Text;
  /** Whose faults are counted beside it. */
  readonly faults?: (fault: BundleFault) => boolean;
}

const of = (file: ArtefactName) => (fault: BundleFault) => fault.file === file;
const isAbout = (list: string) => (fault: BundleFault) =>
  fault.file === 'procedure.json' && fault.place.split(' › ')[0] === list;
const isElsewhere = (fault: BundleFault) =>
  fault.file === 'procedure.json' && !isAbout('papers')(fault) && !isAbout('eligibility')(fault);

/** The parts of a procedure, each with its editor. */
export const parts: readonly Place[] = [
  { path: 'thong-tin', title: text('Thông tin công bố', 'Catalogue facts'), faults: isElsewhere },
  { path: 'giay-to', title: text('Giấy tờ', 'Papers'), faults: isAbout('papers') },
  {
    path: 'hoi-truoc',
    title: text('Hỏi trước khi nộp', 'Questions before filing'),
    faults: isAbout('eligibility'),
  },
  { path: 'to-khai', title: text('Tờ khai', 'Form'), faults: of('form.json') },
  { path: 'quy-tac', title: text('Quy tắc', 'Rules'), faults: of('rules.dmn') },
  { path: 'quy-trinh', title: text('Quy trình', 'Process'), faults: of('process.bpmn') },
  { path: 'mau-ket-qua', title: text('Mẫu kết quả', 'Result template'), faults: of('result.typ') },
  { path: 'vi-du', title: text('Ví dụ', 'Examples'), faults: of('examples.json') },
];

/** What is done with a draft as a whole. */
export const deeds: readonly Place[] = [
  { path: 'kiem-tra', title: text('Kiểm tra', 'Check'), faults: () => true },
  { path: 'xem-thu', title: text('Xem thử như người dân', 'See it as a citizen') },
  { path: 'khac-biet', title: text('Khác gì bản đang công bố', 'What differs') },
  { path: 'chay-lai', title: text('Chạy lại hồ sơ cũ', 'Replay dossiers') },
  { path: 'mo-phong', title: text('Mô phỏng nhân lực', 'Staffing simulation') },
  { path: 'duyet', title: text('Duyệt và công bố', 'Review and publish') },
  { path: 'lich-su', title: text('Lịch sử', 'History') },
];

/** Address of a place of a draft. */
export function placeHref(draftId: string, path = ''): string {
  return path === '' ? `${home}/${draftId}` : `${home}/${draftId}/${path}`;
}

/** The part in which a fault is mended. */
export function partOf(fault: BundleFault): Place | undefined {
  return parts.find((part) => part.faults?.(fault) === true);
}

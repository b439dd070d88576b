import { letterhead } from '#/modules/document/index.ts';
import { fault, type BundleFault, type CompiledProcedure } from '#/modules/procedure/index.ts';
import { PapersmithFault, qrSvg, type Papersmith } from '#/platform/papersmith/index.ts';
import type { Day } from '#/values/day.ts';
import { partsOf } from '#/values/day.ts';

/** A paper printed with invented facts, or what is wrong with its template. */
export type SamplePaper =
  | { readonly pdf: Uint8Array }
  | { readonly fault: { readonly line: number | undefined; readonly words: string } };

/** Where samples lead; nothing is there. */
const verification = { code: 'MAU-XEM-THU', address: 'kiem-chung.invalid' };

/** Prints the result of a procedure with the answers of one of its examples (counted from 0). */
export async function printSample(
  papersmith: Papersmith,
  procedure: CompiledProcedure,
  template: string,
  exampleNo: number,
  isRefusal: boolean,
): Promise<SamplePaper> {
  try {
    const pdf = await papersmith.print({
      template,
      data: {
        ...sampleData(procedure, exampleNo),
        ...(isRefusal ? { refusal: { reason: 'Hồ sơ không đủ điều kiện (mẫu xem thử).' } } : {}),
      },
      assets: { 'letterhead.typ': letterhead, 'qr.svg': await qrSvg(verification.address) },
    });
    return { pdf };
  } catch (error) {
    if (!(error instanceof PapersmithFault)) throw error;
    return {
      fault: { line: error.asset === undefined ? error.line : undefined, words: error.message },
    };
  }
}

/** What is wrong with the template when the first example is printed, granted and refused. */
export async function templateFaults(
  papersmith: Papersmith,
  procedure: CompiledProcedure,
): Promise<BundleFault[]> {
  for (const isRefusal of [false, true]) {
    const template = procedure.artefacts['result.typ'];
    const paper = await printSample(papersmith, procedure, template, 0, isRefusal);
    if ('pdf' in paper) continue;
    const { line, words } = paper.fault;
    return [fault('result.typ', line === undefined ? '' : `dòng ${line}`, words)];
  }
  return [];
}

/** The facts that a result is printed from, as dossiers give them. */
function sampleData(procedure: CompiledProcedure, exampleNo: number) {
  const example = procedure.examples[exampleNo] ?? procedure.examples[0];
  const on = example?.given.submittedOn ?? ('2026-07-15' as Day);
  const answers = example?.given.answers ?? {};
  const sections = procedure.form.describe(answers, 'vi', { today: on, demo: true });
  const rows = sections.flatMap((section) => section.rows).filter(({ value }) => value !== '');
  return {
    dossier: { code: 'H00.00-260715-0000', submittedAt: `9 giờ 00, 15/07/2026` },
    agency: {
      name: 'Ủy ban nhân dân phường Mẫu',
      parent: 'Ủy ban nhân dân tỉnh Mẫu',
      place: 'Mẫu',
    },
    number: '01/MAU',
    issuedOn: partsOf(on),
    answers,
    shown: Object.fromEntries(rows.map(({ name, value }) => [name, value])),
    signer: { title: 'CHỦ TỊCH', prefix: 'TM. ỦY BAN NHÂN DÂN', name: 'Nguyễn Văn Mẫu' },
    fees: [],
    qr: verification.address,
    verification,
  };
}

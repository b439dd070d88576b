import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text, type Text } from '#/values/text.ts';
import type { FormKind } from './form-data.ts';

/** A standard form: what people call it, and its template. */
export interface Form {
  readonly name: Text;
  readonly template: string;
}

/** All forms by their kind. */
export const forms: Readonly<Record<FormKind, Form>> = {
  MAU_01: form(
    '01-reception-slip',
    'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    'Receipt and appointment slip',
  ),
  MAU_02: form(
    '02-supplement-request',
    'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    'Supplement request',
  ),
  MAU_03: form('03-refusal-notice', 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ', 'Refusal notice'),
  MAU_04: form(
    '04-apology-notice',
    'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
    'Apology and new appointment',
  ),
  MAU_05: form(
    '05-control-sheet',
    'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    'Process control sheet',
  ),
  MAU_06: form('06-dossier-register', 'Sổ theo dõi hồ sơ', 'Register of dossiers'),
  CT04: form(
    'ct04-reception-slip',
    'Phiếu tiếp nhận hồ sơ và hẹn trả kết quả (cư trú)',
    'Residence: receipt and appointment slip',
  ),
  CT05: form(
    'ct05-supplement-request',
    'Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ (cư trú)',
    'Residence: supplement request',
  ),
  CT06: form(
    'ct06-refusal-notice',
    'Phiếu từ chối tiếp nhận, giải quyết hồ sơ (cư trú)',
    'Residence: refusal notice',
  ),
  BLP2: form('blp2-fee-receipt', 'Biên lai thu phí, lệ phí', 'Receipt of fees'),
};

/** The part that all templates may import as `letterhead.typ`. */
export const letterhead: Uint8Array = readFileSync(join(import.meta.dirname, 'letterhead.typ'));

function form(file: string, vi: string, en: string): Form {
  return {
    name: text(vi, en),
    template: readFileSync(join(import.meta.dirname, `${file}.typ`), 'utf8'),
  };
}

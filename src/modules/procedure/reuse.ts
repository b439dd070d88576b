import { text, type Text } from '#/values/text.ts';

/** Where the state already holds a paper: what is held there need not be handed in again. */
const sources: Readonly<Record<string, Text>> = {
  CSDLQG_DAN_CU: text('Cơ sở dữ liệu quốc gia về dân cư', 'the National Population Database'),
  CSDLQG_DAT_DAI: text('Cơ sở dữ liệu quốc gia về đất đai', 'the National Land Database'),
  CSDL_HO_TICH: text('Cơ sở dữ liệu hộ tịch điện tử', 'the Civil Status Database'),
  CSDL_THUE: text('cơ sở dữ liệu của cơ quan thuế', 'the tax database'),
  LIEN_THONG_GIAY_CHUNG_SINH: text(
    'dữ liệu giấy chứng sinh do cơ sở y tế gửi',
    'birth notices sent by clinics',
  ),
  LIEN_THONG_GIAY_BAO_TU: text(
    'dữ liệu giấy báo tử do cơ sở y tế gửi',
    'death notices sent by clinics',
  ),
};

/** Words for a source of reuse; an unknown code stays itself, so that nothing is hidden. */
export function reuseSource(code: string): Text {
  return sources[code] ?? text(code, code);
}

/** Codes that the catalogue may use. */
export const reuseCodes: ReadonlySet<string> = new Set(Object.keys(sources));

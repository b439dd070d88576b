import type { Unit } from '#/modules/agency/index.ts';
import {
  ButtonRow,
  DeskLayout,
  EmptyState,
  Link,
  LinkButton,
  StatusTag,
  Table,
  WarningText,
  type Tone,
} from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import { standingAt, type CertificateStanding, type SigningCertificate } from '../certificate.ts';

const path = '/quan-tri/chu-ky-so';

interface CertificatesProps {
  readonly lang: Lang;
  readonly now: Date;
  readonly certificates: readonly SigningCertificate[];
  readonly units: readonly Unit[];
}

/** All certificates, those that run out first in front. */
export function CertificatesView({ lang, now, certificates, units }: CertificatesProps) {
  const isOver = certificates.some((one) => standingAt(one, now) === 'expired');
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name;
  return (
    <DeskLayout lang={lang} wide>
      <h1>{say(lang, words.title)}</h1>
      <p>{say(lang, words.lead)}</p>
      {isOver && <WarningText lang={lang}>{say(lang, words.overHint)}</WarningText>}
      <ButtonRow>
        <LinkButton href={`${path}/them`}>{say(lang, words.add)}</LinkButton>
        <Link href={`${path}/cach-ky`}>{say(lang, words.practices)}</Link>
        <Link href={`${path}/goc`}>{say(lang, words.roots)}</Link>
      </ButtonRow>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        rows={certificates}
        keyOf={({ id }) => id}
        empty={<EmptyState title={say(lang, words.none)}>{say(lang, words.noneHint)}</EmptyState>}
        columns={[
          {
            title: say(lang, words.holder),
            heads: true,
            cell: ({ id, holder }) => <Link href={`${path}/${id}`}>{holder}</Link>,
          },
          { title: say(lang, words.usage), cell: ({ usage }) => say(lang, usageWords[usage]) },
          {
            title: say(lang, words.unit),
            cell: ({ unitId }) => say(lang, nameOf(unitId) ?? text('', '')),
          },
          { title: say(lang, words.reach), cell: ({ reach }) => say(lang, reachWords[reach]) },
          { title: say(lang, words.until), cell: ({ validTo }) => formatInstant(validTo, lang) },
          {
            title: say(lang, words.standing),
            cell: (one) => <CertificateTag lang={lang} standing={standingAt(one, now)} />,
          },
        ]}
      />
    </DeskLayout>
  );
}

export function CertificateTag({
  lang,
  standing,
}: {
  readonly lang: Lang;
  readonly standing: CertificateStanding;
}) {
  const { tone, name } = standings[standing];
  return <StatusTag tone={tone}>{say(lang, name)}</StatusTag>;
}

const standings: Readonly<
  Record<CertificateStanding, { readonly tone: Tone; readonly name: Text }>
> = {
  good: { tone: 'good', name: text('Đang dùng', 'In use') },
  waiting: { tone: 'neutral', name: text('Chưa đến ngày', 'Not yet valid') },
  expired: { tone: 'error', name: text('Hết hạn', 'Run out') },
  revoked: { tone: 'neutral', name: text('Đã thu hồi', 'Revoked') },
};

export const usageWords = {
  personal: text('Chữ ký cá nhân', 'Personal signature'),
  seal: text('Con dấu cơ quan', 'Seal of the office'),
};

export const reachWords = {
  software: text('Máy chủ (trình diễn)', 'This server (demonstration)'),
  pkcs11: text('Thiết bị khóa', 'Hardware module'),
  csc: text('Dịch vụ ký từ xa', 'Remote service'),
};

const words = {
  title: text('Chữ ký số', 'Digital signatures'),
  lead: text(
    'Chứng thư mà lãnh đạo dùng để ký và cơ quan dùng để đóng dấu kết quả. Trước khi hết hạn, hệ thống nhắc người giữ và người quản trị nhiều lần.',
    'Certificates with which leaders sign and offices seal results. Holders and administrators are told several times before one runs out.',
  ),
  overHint: text(
    'Có chứng thư đã hết hạn. Ai chỉ có chứng thư hết hạn thì không phê duyệt được cho tới khi thay chứng thư mới.',
    'A certificate has run out. Who has no other cannot approve until it is replaced.',
  ),
  add: text('Thêm chứng thư', 'Add a certificate'),
  practices: text('Cách ký của từng cơ quan', 'How each office signs'),
  roots: text('Chứng thư gốc được tin', 'Trusted roots'),
  none: text('Chưa có chứng thư nào', 'No certificates yet'),
  noneHint: text(
    'Thêm chứng thư của lãnh đạo và con dấu của cơ quan để ký số kết quả.',
    'Add those of leaders and of the seal of the office to sign results.',
  ),
  holder: text('Cấp cho', 'Issued to'),
  usage: text('Dùng để', 'Used for'),
  unit: text('Cơ quan', 'Office'),
  reach: text('Khóa ở', 'Key in'),
  until: text('Hiệu lực đến', 'Valid until'),
  standing: text('Tình trạng', 'Standing'),
};

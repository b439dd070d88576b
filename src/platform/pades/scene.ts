import { PDFDocument } from '@cantoo/pdf-lib';
import { createPapersmith } from '#/platform/papersmith/index.ts';
import { addEvidence, makeAuthority, openAuthority, signPdf, stampPdf } from './index.ts';

const dayMs = 86_400_000;

/** An authority, somebody who signs, and a paper as the papersmith prints it: for tests. */
export async function signingScene(at: Date) {
  const keys = await makeAuthority('Chứng thực thử nghiệm', at);
  const authority = openAuthority(keys);
  const term = { from: new Date(at.getTime() - dayMs), to: new Date(at.getTime() + 365 * dayMs) };
  const order = { organization: 'UBND phường Bến Nghé', purpose: 'signing' as const, ...term };
  const leader = await authority.issue({ ...order, name: 'Nguyễn Thị Hồng Đào' });
  const stamp = await authority.issue({ ...order, name: 'UBND phường Bến Nghé' });
  const stamper = authority.stamper(() => at);
  const picture = await drawing();
  const trust = { roots: [keys.root], now: new Date(at.getTime() + 1000) };

  async function evidence(revoked: readonly { serial: Buffer; at: Date }[] = [], made = at) {
    return {
      certificates: [...leader.issuers],
      crls: [keys.rootCrl, await authority.crl(revoked, made)],
      ocsps: [],
    };
  }

  /** As results are signed: by the leader, then by the stamp of the unit, with evidence. */
  async function signTwice(paper: Buffer, name = 'Nguyễn Thị Hồng Đào'): Promise<Buffer> {
    const place = { x: 330, y: 120, width: 100, height: 40 };
    const seal = { page: -1, at: place, picture, words: ['Chữ ký của', name] };
    const mark = {
      ...seal,
      at: { ...place, x: 296, width: 102, height: 102 },
    };
    const first = { signer: leader, name, reason: 'Ký duyệt', at, stamper, seal };
    const second = {
      signer: stamp,
      name: order.organization,
      reason: 'Đóng dấu',
      at,
      stamper,
      seal: mark,
    };
    return addEvidence(await signPdf(await signPdf(paper, first), second), await evidence());
  }

  const archive = (pdf: Buffer) => stampPdf(pdf, stamper, at);
  return {
    keys,
    authority,
    leader,
    stamp,
    stamper,
    trust,
    evidence,
    signTwice,
    archive,
    order,
    at,
  };
}

/** What is seen of a signature: a red square. */
export async function drawing(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([100, 40]).drawRectangle({ x: 1, y: 1, width: 98, height: 38 });
  return Buffer.from(await document.save());
}

/** Prints papers that differ, with diacritics. */
export async function printPapers(count: number): Promise<Buffer[]> {
  const papersmith = createPapersmith();
  const template = `#set document(title: "Giấy")
#set text(lang: "vi")
#let d = json(bytes(sys.inputs.data))
= Giấy khai sinh số #d.n
Họ và tên: #d.name. #lorem(d.n + 20)`;
  const names = [
    'Nguyễn Thị Hồng Đào',
    'Trần Đức Thắng',
    'Lê Hoàng Yến',
    'Đặng Ữ Ợt',
    'Phạm Quỳnh Như',
  ];
  const papers: Buffer[] = [];
  for (let n = 0; n < count; n += 1) {
    const data = { n, name: names[n % names.length] };
    papers.push(Buffer.from(await papersmith.print({ template, data })));
  }
  papersmith.close();
  return papers;
}

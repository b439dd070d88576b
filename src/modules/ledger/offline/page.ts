import { checkReceipt, holds, type Finding } from './check.ts';
import { readPolicy, type Policy } from './policy.ts';

/** What the office wrote into the page when it handed it out. */
interface Given {
  readonly policy: string;
  /** Words of public codes: procedures, acts, states. */
  readonly names: Readonly<Record<string, string>>;
}

const given = JSON.parse(element('given').textContent ?? '') as Given;
let policy: Policy | undefined = readPolicy(given.policy);

element<HTMLInputElement>('receipt').addEventListener('change', (event) => {
  void readAll((event.target as HTMLInputElement).files);
});
element<HTMLInputElement>('policy').addEventListener('change', (event) => {
  void takePolicy((event.target as HTMLInputElement).files?.[0]);
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void readAll(event.dataTransfer?.files);
});
showTrust();

async function readAll(files: FileList | null | undefined): Promise<void> {
  const results = element('results');
  results.replaceChildren();
  for (const file of files ?? []) {
    const finding = policy && checkReceipt(await file.text(), policy);
    results.append(finding ? told(file.name, finding) : unreadable(file.name));
  }
  results.focus();
}

async function takePolicy(file: File | undefined): Promise<void> {
  if (!file) return;
  policy = readPolicy(await file.text());
  showTrust();
}

/** Whom this page trusts, so that one can compare it with what the agencies publish. */
function showTrust(): void {
  const names = policy && [
    ...policy.logs.map((log) => `Sổ: ${log.name}`),
    ...[...policy.witnesses].map(
      ([name, key]) =>
        `Chứng kiến: ${name} (${key?.name ?? 'loại khóa trang này không kiểm được'})`,
    ),
  ];
  element('trust').replaceChildren(
    ...(names ?? ['Tệp khóa không đọc được.']).map((name) => made('li', name)),
  );
}

function unreadable(name: string): HTMLElement {
  const article = made('article');
  article.className = 'bad';
  article.append(
    made('h2', 'Tệp này không phải là biên nhận'),
    made('p', `${name}: hãy chọn tệp có đuôi .tlog-proof đã tải từ trang hồ sơ hoặc Sổ minh bạch.`),
  );
  return article;
}

/** The result in words: first the answer, then why. */
function told(name: string, finding: Finding): HTMLElement {
  const isGood = holds(finding);
  const article = made('article');
  article.className = isGood ? 'good' : 'bad';
  const list = made('ul');
  for (const [isRight, words] of reasons(finding)) {
    const item = made('li', `${isRight ? '✓' : '✗'} ${words}`);
    item.className = isRight ? 'right' : 'wrong';
    list.append(item);
  }
  article.append(
    made('h2', isGood ? 'Biên nhận đúng' : 'Biên nhận KHÔNG đúng'),
    made('p', isGood ? good : bad),
    list,
    facts(finding),
    made('p', `Tệp: ${name}`),
  );
  return article;
}

const good = 'Việc dưới đây đã được ghi vào sổ và không bị sửa. Cơ quan không thể nói là không có.';
const bad =
  'Đừng tin biên nhận này. Chỗ có dấu ✗ cho biết vì sao. Hãy giữ tệp và hỏi cơ quan chứng kiến.';

function reasons(finding: Finding): [boolean, string][] {
  const { index, size, origin, witnesses, opened } = finding;
  const who = witnesses.map(({ name, at }) => `${name} lúc ${time(at)}`).join('; ');
  return [
    [
      finding.entry !== undefined && finding.isIncluded,
      `Nguyên văn của mục khớp với sổ, ở vị trí ${number(index)} trong ${number(size)} mục.`,
    ],
    [finding.isSignedByLog, `Sổ ${origin} đã ký vào trạng thái này.`],
    [
      finding.hasQuorum,
      witnesses.length > 0
        ? `${witnesses.length} cơ quan chứng kiến đã ký: ${who}.`
        : finding.hasQuorum
          ? 'Sổ này chưa cần cơ quan chứng kiến.'
          : 'Chưa đủ cơ quan chứng kiến ký.',
    ],
    ...(finding.hasForgery ? [[false, 'Có chữ ký giả hoặc hỏng.'] as [boolean, string]] : []),
    ...(opened
      ? [[opened.fits, 'Nội dung kèm theo đúng là nội dung đã niêm.'] as [boolean, string]]
      : []),
  ];
}

/** What was done, and what the receipt opens. */
function facts({ entry, opened }: Finding): HTMLElement {
  const list = made('dl');
  const row = (label: string, value: unknown) => {
    if (value === undefined || value === null || value === '') return;
    list.append(made('dt', label), made('dd', shown(value)));
  };
  if (entry) {
    row('Lúc', time(new Date(entry.t)));
    row('Việc', entry.pub['verb']);
    row('Thủ tục', entry.pub['procedure']);
    row('Trạng thái sau đó', entry.pub['state']);
    row('Hẹn trả', entry.pub['due'] && time(new Date(entry.pub['due'])));
    row('Đơn vị', entry.pub['unit']);
    row('Việc thứ', entry.n);
  }
  for (const [name, value] of Object.entries((opened?.document ?? {}) as object))
    row(`Nội dung: ${labels[name] ?? name}`, value);
  return list;
}

const labels: Readonly<Record<string, string>> = {
  actorName: 'người thực hiện',
  at: 'lúc',
  code: 'mã kiểm chứng',
  dossier: 'số trong hệ thống của hồ sơ',
  facts: 'chi tiết',
  fromState: 'trạng thái trước',
  issuer: 'cơ quan cấp',
  number: 'số, ký hiệu',
  role: 'vai trò',
  seq: 'thứ tự',
  sha256: 'dấu vân tay tệp (SHA-256)',
  title: 'tên giấy tờ',
  toState: 'trạng thái sau',
  verb: 'việc',
  words: 'lời ghi',
};

function shown(value: unknown): string {
  if (typeof value === 'string') return given.names[value] ?? value;
  return typeof value === 'number' ? number(value) : JSON.stringify(value, null, 1);
}

function time(at: Date): string {
  return at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
}

function number(value: number): string {
  return value.toLocaleString('vi-VN');
}

function element<E extends HTMLElement = HTMLElement>(id: string): E {
  return document.getElementById(id) as E;
}

function made(tag: string, words?: string): HTMLElement {
  const one = document.createElement(tag);
  if (words !== undefined) one.textContent = words;
  return one;
}

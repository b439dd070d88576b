import { confirmDraft } from '#/modules/dossier/index.ts';
import { findByCode } from '#/modules/dossier/store/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { wordsOf } from './html-form.ts';
import type { Office } from './office.ts';
import type { Person } from './person.ts';

/** What can be done to a dossier at the desk, by the last word of its address. */
export type Deed =
  | 'nhan-viec'
  | 'nha-viec'
  | 'chuyen-giao'
  | 'tiep-nhan'
  | 'tu-choi'
  | 'bo-sung'
  | 'cho-bo-sung'
  | 'khong-bo-sung'
  | 'chuyen-buoc'
  | 'de-nghi-tu-choi'
  | 'gia-han'
  | 'dung'
  | 'chuyen-ngoai-quy-trinh'
  | 'tra-lai'
  | 'ky-duyet'
  | 'vao-so'
  | 'tra-ket-qua'
  | 'hoan-thanh-lien-thong'
  | 'tu-choi-lien-thong'
  | 'yeu-cau-nop-phi'
  | 'cho-y-kien';

type Fields = Readonly<Record<string, string>>;

/** Signs in, opens the dossier at the desk and does something to it. @throws Error when it is not offered or not done. */
export async function handle(
  office: Office,
  account: string,
  code: string,
  deed: Deed,
  fields: Fields = {},
): Promise<Person> {
  if (deed === 'ky-duyet' || deed === 'tra-lai') await agreeToDraft(office, code);
  const official = await atDesk(office, account, code);
  await press(official, deed, fields);
  if (official.status !== 200)
    throw new Error(`${account} ${deed} (${official.status}): ${official.words}`);
  return official;
}

/** The applicant finds the draft right, where one waits for them; how they do it is told in `draft-check.test.ts`. */
export async function agreeToDraft(office: Office, code: string): Promise<void> {
  await office.services.database.transaction(async (tx) => {
    const dossier = await findByCode(tx, code);
    if (dossier?.state !== 'CONFIRMING') return;
    const { accountId, submitterPersonId: personId } = dossier;
    const at = office.clock.now();
    const applicant = {
      ...systemActor(at),
      kind: 'citizen',
      accountId: accountId!,
      personId,
    } as const;
    await confirmDraft(tx, applicant, { code });
  });
}

/** An official who has a dossier open at the desk. */
export async function atDesk(office: Office, account: string, code: string): Promise<Person> {
  const official = await office.signedIn(account);
  return official.open(`/can-bo/ho-so/${code}`);
}

/** Presses the button of a deed on the page of a dossier, or opens its form and sends it. */
export async function press(official: Person, deed: Deed, fields: Fields = {}): Promise<void> {
  if (official.canPress(`/${deed}`)) return void (await official.press(`/${deed}`, fields));
  const form = official.linkTo(`/${deed}`);
  if (form === undefined)
    throw new Error(
      `${deed} is not offered at ${official.path} (${official.status}): ${official.words}`,
    );
  await official.open(form);
  await official.fill(fields, `/${deed}`);
}

/** Whether the desk offers a deed. */
export function isOffered(official: Person, deed: Deed): boolean {
  return official.canPress(`/${deed}`) || official.linkTo(`/${deed}`) !== undefined;
}

/** The words of a dossier's row in the list that is open. */
export function rowOf(official: Person, code: string): string {
  const rows = official.html.match(/<tr\b[\s\S]*?<\/tr>/g) ?? [];
  return wordsOf(rows.find((row) => row.includes(code)) ?? '');
}

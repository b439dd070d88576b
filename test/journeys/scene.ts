import { generateKeyPairSync } from 'node:crypto';
import { createSequencer } from '#/modules/ledger/sequencer/sequencer.ts';
import { createCouncil } from '#/modules/ledger/witnesses/council.ts';
import { listCertificates } from '#/modules/signing/store/certificates.ts';
import { dirtyRecord } from '#/modules/studio/catalogue/samples/dirty-record.ts';
import { addDays, dayOf } from '#/values/day.ts';
import { story as house } from './answers/cap-phep-xay-dung-nha-o-rieng-le.ts';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { beginsToPay, type ScenePayment } from './begin-to-pay.ts';
import { answer, answerPage, apply, begin, bringPapers } from './apply.ts';
import { proposesMove } from './move-cases.ts';
import { registersService, unsubscribeLink } from './messages-scene.ts';
import { playHall, type HallScene } from './hall-scene.ts';
import type { Office } from './office.ts';
import { agreeToDraft, atDesk, handle } from './official.ts';
import { typingOf } from './type-answers.ts';

/** Dossiers and drafts in every standing that a page can show. */
export interface Scene {
  /** A draft on its way through the questions. */
  readonly draft: string;
  /** A draft that is ready to be submitted. */
  readonly readyDraft: string;
  /** Waits at the counter. */
  readonly submitted: string;
  /** With the case officer; a fee is owed. */
  readonly handled: string;
  /** Waits for its applicant. */
  readonly asked: string;
  /** Waits for a superior who shall allow a further request. */
  readonly proposed: string;
  /** Before the leader. */
  readonly toSign: string;
  /** Its applicant is to check the draft of the result. */
  readonly confirming: string;
  /** Before the clerk of records. */
  readonly toRegister: string;
  /** At the counter with its result. */
  readonly resolved: string;
  /** Address of a procedure that is being changed. */
  readonly studioDraft: string;
  /** Address of a replay under a draft that gives birth registration another deadline. */
  readonly studioReplay: string;
  /** A building permit on which agencies are asked. */
  readonly consulted: string;
  /** Address of a partner's application. */
  readonly client: string;
  /** Address at the desk of a request about personal data. */
  readonly dataRequest: string;
  /** Address of a proposed change of the calendar that moves deadlines. */
  readonly calendarChange: string;
  /** Address of a result on its way into a wallet. */
  readonly credentialOffer: string;
  /** Address of a proposed move of running dossiers to another version of their process. */
  readonly processMove: string;
  /** Where a fee is paid, how a payment through a gateway stands, and the gateway's own page. */
  readonly payment: ScenePayment;
  /** Id of the certificate of a leader. */
  readonly certificate: string;
  /** Address where a clerk waits for what a holder shows. */
  readonly shownRequest: string;
  /** Address of a service that sends its messages through us. */
  readonly messageService: string;
  /** Where one stops mail of a kind. */
  readonly unsubscribe: string;
  readonly hall: HallScene;
}

const slug = 'dang-ky-khai-sinh';
const quick = { ...birth, giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử' };
const late = { ...quick, 'con_ngay_sinh.day': '10', 'con_ngay_sinh.month': '3' };

/** Plays what leads there. */
export async function playScene(office: Office): Promise<Scene> {
  const mother = await office.signedIn('cong-dan-1');
  const submitted = await apply(mother, slug, birth);
  const accepted = async (typing = quick) => {
    const code = await apply(mother, slug, typing);
    await handle(office, 'mot-cua-1', code, 'tiep-nhan');
    return code;
  };
  const [handled, asked, proposed] = [await accepted(late), await accepted(), await accepted()];
  await ask(office, asked);
  await ask(office, proposed);
  await answerRequest(office, proposed);
  await ask(office, proposed);
  const [toSign, toRegister, resolved] = [await accepted(), await accepted(), await accepted()];
  for (const code of [toSign, toRegister, resolved])
    await handle(office, 'thu-ly-1', code, 'chuyen-buoc');
  await agreeToDraft(office, toSign);
  const confirming = await accepted();
  await handle(office, 'thu-ly-1', confirming, 'chuyen-buoc');
  for (const code of [toRegister, resolved]) await handle(office, 'lanh-dao-1', code, 'ky-duyet');
  await handle(office, 'van-thu-1', resolved, 'vao-so');
  const toTake = await accepted();
  // From here on an application goes on with one of these.
  const draft = await begun(office, 'một nửa', async (person) => {
    for (let page = 0; page < 5; page++) await answerPage(person, birth);
  });
  const readyDraft = await begun(office, 'đủ', async (person) => {
    await answer(person, birth);
    await bringPapers(person);
  });
  // It asks rows in a table and has rules of every kind.
  const studioDraft = await changed(office, 'chung-thuc-ban-sao');
  await simulated(office, studioDraft);
  await staged(office);
  // A replay looks at what was filed before it.
  office.at(new Date(office.services.clock.now().getTime() + 60_000).toISOString());
  const studioReplay = await replayed(office, await changed(office, slug));
  await office.settle();
  const consulted = await asksAgencies(office);
  const processMove = await proposesMove(office, 'cap-phep-xay-dung-nha-o-rieng-le');
  const calendarChange = await closed(office);
  const client = await connected(office);
  const credentialOffer = await offersCredential(office, toTake);
  const shownRequest = await asksForCredential(office);
  const dataRequest = await asksAboutData(office);
  const payment = await beginsToPay(office, handled);
  const messageService = await registersService(office);
  const hall = await playHall(office);
  await seal(office);
  const drafts = {
    dataRequest,
    draft,
    readyDraft,
    studioDraft,
    studioReplay,
    calendarChange,
    consulted,
    processMove,
    client,
    credentialOffer,
    certificate: await certificateIn(office),
    shownRequest,
    payment,
    messageService,
    hall,
    unsubscribe: unsubscribeLink(office),
  };
  return {
    ...drafts,
    submitted,
    handled,
    asked,
    proposed,
    toSign,
    confirming,
    toRegister,
    resolved,
  };
}

async function begun(
  office: Office,
  subject: string,
  goOn: (person: Awaited<ReturnType<Office['signedIn']>>) => Promise<void>,
): Promise<string> {
  const person = await office.signedIn('cong-dan-1');
  await person.open(`/nop/${slug}`);
  await begin(person, slug, subject);
  const draft = /\/nop\/[^/]+\/([^/]+)/.exec(person.path)![1]!;
  await goOn(person);
  return draft;
}

async function changed(office: Office, procedure: string): Promise<string> {
  const editor = await office.signedIn('quan-tri');
  await editor.open(`/xuong-thu-tuc/thu-tuc/${procedure}`);
  await editor.fill({}, '/sua');
  return editor.path;
}

async function replayed(office: Office, draft: string): Promise<string> {
  const editor = await office.signedIn('quan-tri');
  await editor.open(`${draft}/quy-tac/deadline`);
  await editor.fill({ 'rows.0.out.0': '2', 'rows.0.out.2': 'null' }, 'deadline');
  await editor.open(`${draft}/chay-lai`);
  await editor.fill({}, '/chay-lai');
  return editor.path;
}

/** Examination and consultations run side by side. */
async function asksAgencies(office: Office): Promise<string> {
  const person = await office.signedIn(house.applicant);
  const permit = 'cap-phep-xay-dung-nha-o-rieng-le';
  const answers = { ...house.answers, pccc: 'Có', di_tich: 'Có', quoc_phong: 'Có' };
  const code = await apply(person, permit, await typingOf(office, permit, { ...house, answers }));
  await handle(office, 'mot-cua-1', code, 'tiep-nhan');
  await handle(office, 'truong-phong-1', code, 'chuyen-buoc');
  return code;
}

/** Somebody wants data of theirs corrected. */
async function asksAboutData(office: Office): Promise<string> {
  const person = await office.signedIn('cong-dan-2');
  await person.open('/toi/du-lieu/yeu-cau');
  await person.fill({ kind: 'CORRECT', words: 'Sửa số điện thoại cũ của tôi' }, '/yeu-cau');
  const leader = await office.signedIn('lanh-dao-1');
  await leader.open('/can-bo/du-lieu-ca-nhan');
  return /\/can-bo\/du-lieu-ca-nhan\/[0-9a-f-]{36}/.exec(leader.html)![0];
}

/** An administrator is about to close the office for a day. */
async function closed(office: Office): Promise<string> {
  const admin = await office.signedIn('quan-tri');
  await admin.open('/quan-tri/co-quan/ngay');
  const [year, month, day] = addDays(dayOf(office.services.clock.now()), 1).split('-') as [
    string,
    string,
    string,
  ];
  const fields = { kind: 'CLOSURE', name: 'Đóng cửa vì bão', source: 'Quyết định 12/QĐ-UBND' };
  await admin.fill({ ...fields, 'on.day': day, 'on.month': month, 'on.year': year }, '/ngay');
  return admin.path;
}

async function simulated(office: Office, draft: string): Promise<void> {
  const editor = await office.signedIn('quan-tri');
  await editor.open(`${draft}/mo-phong`);
  await editor.fill({ days: '20', perDay: '3' }, '/mo-phong');
}

/** A procedure of the national catalogue that waits to be corrected. */
async function staged(office: Office): Promise<void> {
  const editor = await office.signedIn('quan-tri');
  await editor.open('/xuong-thu-tuc/nhap');
  const bytes = Buffer.from(JSON.stringify(dirtyRecord()));
  await editor.upload('/nhap', [{ name: 'via-he.json', type: 'application/json', bytes }]);
}

async function ask(office: Office, code: string): Promise<void> {
  const clerk = await atDesk(office, 'thu-ly-1', code);
  await clerk.open(clerk.linkTo('/bo-sung')!);
  await clerk.fill({ _do: 'add:muc' }, '/bo-sung');
  await clerk.fill(
    {
      'muc.0.name': 'con_noi_sinh',
      'muc.0.reason': 'incomplete',
      'muc.0.words': 'Ghi thêm địa chỉ',
    },
    '/bo-sung',
  );
}

async function answerRequest(office: Office, code: string): Promise<void> {
  const mother = await office.signedIn('cong-dan-1');
  await mother.open(`/ho-so/${code}/bo-sung`);
  await mother.fill(
    { 'con_noi_sinh.detail': '106 Cách Mạng Tháng Tám', _certified: 'yes' },
    '/bo-sung',
  );
}

/** A dossier goes its whole way, and its applicant takes the result into a wallet. */
async function offersCredential(office: Office, code: string): Promise<string> {
  await handle(office, 'thu-ly-1', code, 'chuyen-buoc');
  await handle(office, 'lanh-dao-1', code, 'ky-duyet');
  await handle(office, 'van-thu-1', code, 'vao-so');
  await office.settle();
  await handle(office, 'mot-cua-1', code, 'tra-ket-qua', { by: 'ONLINE' });
  const mother = await office.signedIn('cong-dan-1');
  await mother.open('/toi/giay-to-so');
  await mother.fill({}, '/lay');
  return mother.path;
}

/** A bank clerk asks for the name in a birth certificate. */
async function asksForCredential(office: Office): Promise<string> {
  const clerk = await office.person().open('/kiem-chung/giay-to-so?loai=giay-khai-sinh');
  const who = { asker: 'Ngân hàng Mê Kông', purpose: 'Mở tài khoản' };
  const fields = { _csrf: clerk.token, type: 'giay-khai-sinh', ...who };
  await clerk.send('/kiem-chung/giay-to-so', fields, [['claim', 'ho_ten']]);
  return clerk.path;
}

/** Writes what happened into the public ledger, as the worker does all the time. */
async function seal({ services }: Office): Promise<void> {
  const council = createCouncil(services, 'quorum none');
  const sequencer = createSequencer(services, council);
  while ((await sequencer.turn()).became !== 'idle');
  await council.round();
}

/** An administrator registers a partner's site by the form. */
async function connected(office: Office): Promise<string> {
  const admin = await office.signedIn('quan-tri');
  await admin.open('/quan-tri/ung-dung/dang-ky?loai=site');
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await admin.fill({
    id: 'cong-xay-dung',
    name: 'Cổng thông tin xây dựng',
    nameEn: 'Construction portal',
    jwks: JSON.stringify(publicKey.export({ format: 'jwk' })),
    redirectUris: 'https://xay-dung.example/xong',
    postLogoutRedirectUris: 'https://xay-dung.example/',
    backchannelLogoutUri: 'https://xay-dung.example/dang-xuat',
    consentDays: '90',
    scope_openid: 'yes',
    scope_profile: 'yes',
  });
  return admin.path;
}

async function certificateIn({ services }: Office): Promise<string> {
  const [first] = await services.database.transaction(listCertificates);
  return first!.id;
}

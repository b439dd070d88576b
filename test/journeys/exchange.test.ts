import { beforeAll, describe, expect, test } from 'vitest';
import { demoUnits } from '#/modules/agency/index.ts';
import { messagesPath, ownNode } from '#/modules/exchange/node.ts';
import { findLegOfTask } from '#/modules/exchange/store/legs.ts';
import { listMessages, type ListedMessage } from '#/modules/exchange/store/listing.ts';
import { openSigner, signMessage } from '#/platform/signatures/index.ts';
import { newId } from '#/values/id.ts';
import { story } from './answers/lien-thong-khai-sinh.ts';
import { registeredBirth } from './joint-birth.ts';
import { letter } from './letter.ts';
import { atDesk, handle } from './official.ts';
import { canReadPdf } from './pdf-words.ts';
import type { Person } from './person.ts';
import { declareNodes, partSlug, publishPart, twoNodes, type Node } from './two-nodes.ts';
import { openSteps } from './work-off.ts';

const nodes = twoNodes();

beforeAll(async () => {
  const { commune, police } = nodes();
  for (const node of [commune, police]) node.at(story.at!);
  await publishPart(police);
  await declareNodes(nodes(), { unitId: demoUnits.police.id, step: 'residence', slug: partSlug });
});

/** A joint dossier whose birth is registered: the police and the insurance are asked. */
async function registered(): Promise<{ code: string; mother: Person }> {
  const { commune, police } = nodes();
  for (const node of [commune, police]) node.at(story.at!);
  return registeredBirth(commune);
}

/** Lets both nodes print, send and apply. */
async function exchange(): Promise<void> {
  const { commune, police } = nodes();
  for (const node of [commune, police, commune, police]) {
    await node.settle();
    await node.strike('exchange.work-off');
  }
}

async function messagesOf(node: Node, code: string): Promise<ListedMessage[]> {
  const page = { isOpenOnly: false, offset: 0, limit: 500 };
  const all = await node.services.database.transaction((tx) => listMessages(tx, page));
  return all.filter(({ leg }) => leg?.startsWith(`${code}/`)).toReversed();
}

async function told(node: Node, code: string): Promise<string[]> {
  const all = (await messagesOf(node, code)).toSorted(
    (a, b) => a.leg!.localeCompare(b.leg!) || a.way.localeCompare(b.way) || a.number - b.number,
  );
  return all.map(({ way, kind, state }) => `${way} ${kind} ${state}`);
}

/** The code of the dossier of the part, with which the police have answered. */
async function partOf(code: string): Promise<string> {
  const { services } = nodes().commune;
  return services.database.transaction(async (tx) => {
    const steps = await openSteps(nodes().commune, code);
    const leg = await findLegOfTask(tx, steps.find(({ role }) => role === 'CA_TIEP_NHAN')!.taskId);
    return leg!.partnerCode!;
  });
}

async function waiting(code: string): Promise<string[]> {
  return (await openSteps(nodes().commune, code)).map(({ role, kind }) => `${role} ${kind}`);
}

/** Accepted at the counter of the police. */
async function accepted(): Promise<{ code: string; mother: Person; part: string }> {
  const { code, mother } = await registered();
  await exchange();
  const part = await partOf(code);
  await handle(nodes().police, 'cong-an-1', part, 'tiep-nhan');
  await exchange();
  return { code, mother, part };
}

describe('a part that the police do in an installation of their own', () => {
  test('gets a code, a clock and steps of its own there, and comes back with its paper', async () => {
    const { commune, police } = nodes();
    const { code, mother, part } = await accepted();
    expect(part).toMatch(/^G01\.713\.32-/);
    await mother.open(`/ho-so/${code}`);
    expect(mother.words).toContain(`Hệ thống của Công an đã tiếp nhận, mã hồ sơ ${part}`);
    expect(await waiting(code)).toEqual(['CA_TIEP_NHAN leg', 'BHXH leg']);
    await handle(police, 'cong-an-1', part, 'chuyen-buoc');
    await handle(police, 'cong-an-2', part, 'ky-duyet');
    await handle(police, 'cong-an-1', part, 'vao-so');
    await exchange();
    expect(await waiting(code)).toEqual(['CA_CAN_CUOC leg', 'BHXH leg']);
    expect(await told(commune, code)).toEqual([
      // The card is asked for as well, and the police have declared no procedure for it.
      'out requested dead',
      'in accepted applied',
      'in progress applied',
      'in progress applied',
      'in finished applied',
      'out requested sent',
    ]);
    await mother.open(`/ho-so/${code}`);
    expect(mother.words).toContain('Hoàn thành phần liên thông: Đăng ký thường trú');
    expect(mother.words).toContain('Hệ thống của Công an');
    const paper = await letter(mother, 'Đăng ký thường trú cho trẻ, phần liên thông').catch(
      () => undefined,
    );
    if (canReadPdf && paper !== undefined) expect(paper.length).toBeGreaterThan(20);
  });

  test('that the other side does not take stays with the officials here; everybody reads it, and it ends by itself', async () => {
    const { commune, police } = nodes();
    const { code, part, mother } = await accepted();
    await handle(police, 'cong-an-1', part, 'chuyen-buoc');
    await handle(police, 'cong-an-2', part, 'ky-duyet');
    await handle(police, 'cong-an-1', part, 'vao-so');
    await exchange();
    await mother.open(`/ho-so/${code}`);
    expect(mother.words).toContain('không nhận phần này: Ở đây không nhận giải quyết phần này');
    await mother.open('/hop-thu');
    expect(mother.words).toContain(`Hồ sơ ${code}: một phần sẽ làm theo cách khác`);
    expect(await waiting(code), 'the step is still here').toContain('CA_CAN_CUOC leg');
    await handle(commune, 'cong-an-1', code, 'hoan-thanh-lien-thong', { note: 'Làm tại phường' });
    await exchange();
    expect(await waiting(code)).toEqual(['BHXH leg']);
    expect(
      (await told(commune, code)).filter((one) => one.startsWith('out')),
      'nothing follows a request that was not taken',
    ).toEqual(['out requested dead', 'out requested sent']);
  });

  test('may be refused there: the applicant reads why, and the other parts go on', async () => {
    const { police } = nodes();
    const { code, mother } = await registered();
    await exchange();
    const part = await partOf(code);
    const reason = 'Chỗ ở chưa đủ diện tích tối thiểu.';
    await handle(police, 'cong-an-1', part, 'tu-choi', { reason });
    await exchange();
    expect(await waiting(code)).toEqual(['BHXH leg']);
    await mother.open(`/ho-so/${code}`);
    expect(mother.words).toContain('Từ chối phần liên thông: Đăng ký thường trú');
    expect(mother.words).toContain(reason);
  });

  test('is no longer wanted when the dossier ends: it ends there too', async () => {
    const { commune, police } = nodes();
    const { code, part } = await accepted();
    await handle(commune, 'cong-an-1', code, 'hoan-thanh-lien-thong', { note: 'Làm tại phường' });
    await exchange();
    const clerk = await atDesk(police, 'cong-an-1', part);
    expect(clerk.words).toContain('Đã rút');
    expect(await told(commune, code)).toContain('out withdrawn sent');
  });
});

const asked = 'Ghi đúng tên chủ hộ theo sổ.';

describe('a supplement that the other installation asks for', () => {
  test('reaches the applicant here, stops the clocks, and its answer reaches the police', async () => {
    const { commune, police } = nodes();
    const { code, mother, part } = await accepted();
    const officer = await atDesk(police, 'cong-an-1', part);
    await officer.open(officer.linkTo('/bo-sung')!);
    await officer.fill({ _do: 'add:muc' }, '/bo-sung');
    await officer.fill(
      { 'muc.0.name': 'chu_ho_ho_ten', 'muc.0.reason': 'incorrect', 'muc.0.words': asked },
      '/bo-sung',
    );
    expect(officer.status, officer.words).toBe(200);
    await exchange();
    expect(await told(commune, code)).toContain('in supplement applied');
    await mother.open(`/ho-so/${code}`);
    expect(mother.words).toContain('Bạn cần bổ sung 1 mục');
    await mother.open(`/ho-so/${code}/bo-sung`);
    expect(mother.words).toContain(asked);
    for (const node of [commune, police]) node.at('2026-09-15T02:10:00Z');
    await mother.fill({ chu_ho_ho_ten: 'Nguyễn Thị Bình An', _certified: 'yes' }, '/bo-sung');
    expect(mother.path).toBe(`/ho-so/${code}`);
    await exchange();
    const clerk = await atDesk(police, 'cong-an-1', part);
    expect(clerk.words).toContain('Nguyễn Thị Bình An');
    expect(clerk.words).toContain('Đã bổ sung hồ sơ');
    expect(await told(police, code)).toContain('in answered applied');
  });
});

describe('messages that go wrong', () => {
  test('wait while the other installation is down, and arrive once when it is up again', async () => {
    const { commune, police } = nodes();
    await police.down();
    const { code } = await registered();
    await commune.settle();
    await commune.strike('exchange.work-off');
    expect(await told(commune, code)).toEqual(['out requested failed']);
    await police.up();
    await commune.strike('exchange.work-off');
    expect(await told(commune, code), 'not before its time').toEqual(['out requested failed']);
    commune.at('2026-09-15T02:01:00Z');
    police.at('2026-09-15T02:01:00Z');
    await commune.strike('exchange.work-off');
    expect(await told(commune, code)).toEqual(['out requested sent']);
    expect(await told(police, code)).toEqual(['in requested applied']);
  });

  test('are applied once when their answers are lost, however often they are sent again', async () => {
    const { commune, police } = nodes();
    const { code } = await registered();
    police.loseAnswers(2);
    for (const minute of ['00', '01', '03']) {
      for (const node of [commune, police]) node.at(`2026-09-15T02:${minute}:30Z`);
      await commune.strike('exchange.work-off');
    }
    expect(await told(commune, code)).toEqual(['out requested sent']);
    const [sent] = await messagesOf(commune, code);
    expect(sent!.attempts).toBe(3);
    expect(await told(police, code)).toEqual(['in requested applied']);
    expect(await partOf(code)).toMatch(/^G01\.713\.32-/);
  });

  test('that overtake others wait for them', async () => {
    const { commune, police } = nodes();
    const { code, part } = await accepted();
    commune.loseAnswers(0);
    await commune.down();
    await handle(police, 'cong-an-1', part, 'chuyen-buoc');
    await police.strike('exchange.work-off');
    await commune.up();
    await handle(police, 'cong-an-2', part, 'ky-duyet');
    await police.strike('exchange.work-off');
    const states = (await told(commune, code)).filter((one) => one.startsWith('in'));
    expect(states, 'the signature came before the forwarding').toEqual([
      'in accepted applied',
      'in progress waiting',
    ]);
    for (const node of [commune, police]) node.at('2026-09-15T02:05:00Z');
    await police.strike('exchange.work-off');
    expect((await told(commune, code)).filter((one) => one.startsWith('in'))).toEqual([
      'in accepted applied',
      'in progress applied',
      'in progress applied',
    ]);
  });

  test('that are dead are sent again by the administrator', async () => {
    const { commune } = nodes();
    const admin = await commune.signedIn('quan-tri');
    await admin.open('/quan-tri/lien-thong/thong-diep');
    expect(admin.words).toContain('Không gửi được');
    expect(admin.words).toContain('exchange.no-offer');
    await admin.fill({}, '/gui-lai');
    expect(admin.words).toContain('Thông điệp sẽ được gửi lại');
  });

  test('are refused by the installation that they do not come from, or that has them', async () => {
    const { commune, police } = nodes();
    const { signer } = ownNode(commune.services);
    const event = (change: object = {}) =>
      JSON.stringify({
        specversion: '1.0',
        id: newId(),
        source: commune.address,
        type: 'vn.chinhquyenso.leg.withdrawn',
        subject: newId(),
        sequence: '1',
        time: '2026-09-15T02:00:00Z',
        datacontenttype: 'application/json',
        data: { reason: 'x' },
        ...change,
      });
    const send = async (
      text: string,
      by = signer,
      bent = (headers: Record<string, string>) => headers,
    ) => {
      const targetUri = police.address + messagesPath;
      const body = Buffer.from(text);
      const at = police.clock.now();
      const plain = { method: 'POST', targetUri, body };
      const headers = bent({ ...signMessage(by, plain, 'application/cloudevents+json', at) });
      const response = await fetch(targetUri, { method: 'POST', headers, body });
      return `${response.status} ${((await response.json()) as { code: string }).code}`;
    };
    expect(await send(event(), openSigner(Buffer.alloc(32, 9)))).toBe('401 exchange.unknown-key');
    expect(
      await send(event(), signer, (headers) => ({
        ...headers,
        signature: headers['signature']!.replace(
          /=:(.)/,
          (_, one) => `=:${one === 'A' ? 'B' : 'A'}`,
        ),
      })),
    ).toBe('401 exchange.wrong-signature');
    expect(await send(event(), signer, ({ signature: _signature, ...rest }) => rest)).toBe(
      '401 exchange.unsigned',
    );
    const once = signMessage(
      signer,
      { method: 'POST', targetUri: police.address + messagesPath, body: Buffer.from(event()) },
      'application/cloudevents+json',
      police.clock.now(),
    );
    expect(await send(event(), signer, () => once), 'another body').toBe(
      '401 exchange.wrong-signature',
    );
    const text = event();
    const signed = signMessage(
      signer,
      { method: 'POST', targetUri: police.address + messagesPath, body: Buffer.from(text) },
      'application/cloudevents+json',
      police.clock.now(),
    );
    expect(await send(text, signer, () => signed)).toBe('404 exchange.no-such-leg');
    expect(await send(text, signer, () => signed), 'the same signature again').toBe(
      '409 exchange.replayed',
    );
    expect(await send(event({ source: 'https://khac.example' }))).toBe(
      '403 exchange.foreign-source',
    );
    expect(await send('{"a":1}')).toBe('422 exchange.not-understood');
    police.at('2026-09-15T03:00:00Z');
    const old = signMessage(
      signer,
      { method: 'POST', targetUri: police.address + messagesPath, body: Buffer.from(text) },
      'application/cloudevents+json',
      new Date('2026-09-15T02:00:00Z'),
    );
    expect(await send(text, signer, () => old)).toBe('401 exchange.expired');
  });
});

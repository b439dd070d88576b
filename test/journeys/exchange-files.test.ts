import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoUnits, grantPost } from '#/modules/agency/index.ts';
import { keepPaper, listPapers, paperArea } from '#/modules/document/index.ts';
import { findByCode } from '#/modules/dossier/store/index.ts';
import { filesPath, ownNode } from '#/modules/exchange/node.ts';
import { openSigner, signMessage } from '#/platform/signatures/index.ts';
import { nobodysFiles } from '#/platform/sealed-files/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import type { Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { story } from './answers/lien-thong-khai-sinh.ts';
import { registeredBirth } from './joint-birth.ts';
import { handle } from './official.ts';
import {
  declareNodes,
  declarePart,
  insuranceSlug,
  partSlug,
  publishInsurance,
  publishPart,
  twoNodes,
  type Node,
} from './two-nodes.ts';
import { openSteps } from './work-off.ts';

const nodes = twoNodes();

beforeAll(async () => {
  const { commune, police } = nodes();
  for (const node of [commune, police]) node.at(story.at!);
  await publishPart(police);
  await declareNodes(nodes(), { unitId: demoUnits.police.id, step: 'residence', slug: partSlug });
});

const largePdf = () => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_500_000)]);
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A joint dossier with a paper that is too large for a message. */
async function withLargePaper(bytes: Buffer): Promise<string> {
  const { commune, police } = nodes();
  for (const node of [commune, police]) node.at(story.at!);
  const { code } = await registeredBirth(commune);
  const { database, files, clock } = commune.services;
  await database.transaction(async (tx) => {
    const { id } = (await findByCode(tx, code))!;
    const stored = await files.put(paperArea, bytes, nobodysFiles, tx);
    const paper = { ...stored, code: 'LT.TT', name: 'Giấy tờ chỗ ở', pages: 3 };
    await keepPaper(tx, id, paper, clock.now());
  });
  return code;
}

async function send(minute = '00'): Promise<void> {
  const { commune, police } = nodes();
  for (const node of [commune, police]) node.at(`2026-09-15T02:${minute}:00Z`);
  await commune.strike('exchange.work-off');
}

/** How the request of the part at the police stands at the commune. */
async function requestOf(code: string) {
  const { rows } = await nodes().commune.services.database.transaction((tx) =>
    sql<{ id: string; state: string; fault: string | null; files: number; bytes: number | null }>`
      select m.id, m.state, m.fault, length(m.body) as bytes,
             (select count(*) from exchange.outgoing_file f where f.message_id = m.id)::int as files
        from exchange.outgoing m join exchange.leg l on l.id = m.leg_id
       where m.kind = 'requested' and l.step = 'residence' and l.number like ${`${code}/%`}`.execute(
      tx,
    ),
  );
  return rows[0]!;
}

/** Hashes of the papers that the police have for a dossier of the commune. */
async function papersThere(code: string): Promise<string[]> {
  return nodes().police.services.database.transaction(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select dossier_id as id from exchange.leg where partner_code = ${code}`.execute(tx);
    const papers = await Promise.all(rows.map(({ id }) => listPapers(tx, id)));
    return papers.flat().flatMap(({ bound }) => (bound ? [bound.sha256] : []));
  });
}

describe('a paper that is too large for a message', () => {
  test('is fetched by the installation that the message goes to, and is whole there', async () => {
    const bytes = largePdf();
    const code = await withLargePaper(bytes);
    await send();
    expect(await requestOf(code)).toMatchObject({ state: 'sent', files: 0, bytes: null });
    expect(await papersThere(code)).toEqual([hashOf(bytes)]);
    const { files } = nodes().police.services;
    const left: string[] = [];
    for await (const { key } of files.list('exchange')) left.push(key);
    expect(left.length, 'the copy that was fetched').toBe(1);
    nodes().police.at('2026-11-30T02:00:00Z');
    await nodes().police.strike('exchange.sweep');
    for await (const { key } of files.list('exchange')) expect(key).toBe('');
  });

  test('is waited for while it cannot be fetched; then the message arrives once', async () => {
    const bytes = largePdf();
    const code = await withLargePaper(bytes);
    await nodes().commune.down();
    await send();
    const waiting = await requestOf(code);
    expect(waiting).toMatchObject({ state: 'waiting', files: 1 });
    expect(waiting.fault).toContain('exchange.file-outstanding');
    expect(waiting.bytes, 'it does not hold the paper').toBeLessThan(20_000);
    expect(await papersThere(code)).toEqual([]);
    await nodes().commune.up();
    await send('02');
    expect(await requestOf(code)).toMatchObject({ state: 'sent', files: 0 });
    expect(await papersThere(code)).toEqual([hashOf(bytes)]);
  });

  test('is waited for while the sender does not know the key of who asks', async () => {
    const bytes = largePdf();
    const code = await withLargePaper(bytes);
    const { database } = nodes().commune.services;
    const known = (isKnown: boolean) =>
      database.transaction((tx) =>
        sql`update exchange.partner set key_id = case when ${isKnown} then substr(key_id, 5) else 'not-' || key_id end`.execute(
          tx,
        ),
      );
    await known(false);
    await send('08');
    await known(true);
    const waiting = await requestOf(code);
    expect(waiting).toMatchObject({ state: 'waiting', files: 1 });
    await send('12');
    expect(await requestOf(code)).toMatchObject({ state: 'sent', files: 0 });
    expect(await papersThere(code)).toEqual([hashOf(bytes)]);
  });

  test('is not taken when it is not what the message says', async () => {
    const code = await withLargePaper(largePdf());
    const { commune } = nodes();
    await commune.down();
    await send();
    const { id } = await requestOf(code);
    await commune.services.database.transaction(async (tx) => {
      const { key } = await commune.services.files.put(paperArea, largePdf(), nobodysFiles, tx);
      await sql`update exchange.outgoing_file set file_key = ${key} where message_id = ${id}`.execute(
        tx,
      );
    });
    await commune.up();
    await send('04');
    const request = await requestOf(code);
    expect(request).toMatchObject({ state: 'dead' });
    expect(request.fault).toContain('exchange.file-damaged');
    expect(await papersThere(code)).toEqual([]);
  });

  test('is handed over to nobody but that installation, and only while the message is on its way', async () => {
    const bytes = largePdf();
    const code = await withLargePaper(bytes);
    const { commune, police } = nodes();
    await commune.down();
    await send();
    await commune.up();
    const { id } = await requestOf(code);
    const own = ownNode(police.services).signer;
    const wish = { message: id, file: 0 };
    expect(await ask(commune, own, wish)).toEqual([200, hashOf(bytes)]);
    expect(await ask(commune, openSigner(Buffer.alloc(32, 7)), wish)).toEqual([
      401,
      'exchange.unknown-key',
    ]);
    expect(await ask(commune, own, { message: id, file: 1 })).toEqual([
      404,
      'exchange.no-such-file',
    ]);
    expect(await ask(commune, own, { message: newId(), file: 0 })).toEqual([
      404,
      'exchange.no-such-file',
    ]);
    expect(await ask(commune, own, { message: `${id}' or 1=1`, file: 0 })).toEqual([
      422,
      'exchange.not-understood',
    ]);
    await send('06');
    expect(await ask(commune, own, wish), 'it has arrived').toEqual([404, 'exchange.no-such-file']);
  });
});

async function ask(
  node: Node,
  signer: ReturnType<typeof openSigner>,
  wish: object,
): Promise<[number, string]> {
  const targetUri = node.address + filesPath;
  const body = Buffer.from(JSON.stringify(wish));
  const plain = { method: 'POST', targetUri, body };
  const headers = signMessage(signer, plain, 'application/json', node.clock.now());
  const response = await fetch(targetUri, { method: 'POST', headers, body });
  const answer = Buffer.from(await response.arrayBuffer());
  if (response.status === 200) return [200, hashOf(answer)];
  return [response.status, (JSON.parse(answer.toString()) as { code: string }).code];
}

describe('a part that was not taken', () => {
  test('is not asked for again when its step was done here meanwhile', async () => {
    const { commune, police } = nodes();
    const { code } = await registeredBirth(commune);
    await withdrawOffer(police);
    await send('08');
    expect((await requestOf(code)).fault).toContain('exchange.no-offer');
    await handle(commune, 'cong-an-1', code, 'hoan-thanh-lien-thong', { note: 'Làm tại phường' });
    const { id } = await requestOf(code);
    const admin = await commune.signedIn('quan-tri');
    await admin.open('/quan-tri/lien-thong/thong-diep');
    await admin.fill({}, `/${id}/gui-lai`);
    expect(admin.status).toBe(409);
    expect(admin.words).toContain('Phần liên thông này đã kết thúc');
    await restoreOffer(police);
    await send('10');
    expect(await requestOf(code), 'nothing was sent').toMatchObject({ state: 'dead' });
    expect(await papersThere(code)).toEqual([]);
  });

  test('is taken when it is asked for again while its step waits', async () => {
    const { commune, police } = nodes();
    const bytes = largePdf();
    const code = await withLargePaper(bytes);
    await withdrawOffer(police);
    await send('12');
    const { id, state } = await requestOf(code);
    expect(state).toBe('dead');
    await restoreOffer(police);
    const admin = await commune.signedIn('quan-tri');
    await admin.open('/quan-tri/lien-thong/thong-diep');
    await admin.fill({}, `/${id}/gui-lai`);
    expect(admin.words).toContain('Thông điệp sẽ được gửi lại');
    await send('14');
    expect(await requestOf(code)).toMatchObject({ state: 'sent' });
    expect(await papersThere(code)).toEqual([hashOf(bytes)]);
  });
});

async function withdrawOffer(police: Node): Promise<void> {
  await setOfferEnd(police, '2026-09-02');
}

async function restoreOffer(police: Node): Promise<void> {
  await setOfferEnd(police, null);
}

async function setOfferEnd(police: Node, end: string | null): Promise<void> {
  await police.services.database.transaction((tx) =>
    sql`update exchange.offer set valid_to = ${end}::date`.execute(tx),
  );
}

describe('a part that the social insurance does in an installation of its own', () => {
  test('is received at its counter, decided there and comes back done', async () => {
    const { commune, police: insurance } = nodes();
    for (const node of [commune, insurance]) node.at(story.at!);
    await publishInsurance(insurance);
    const part = { unitId: demoUnits.insurance.id, step: 'insurance', slug: insuranceSlug };
    await declarePart(nodes(), part);
    await secondOfficial(insurance);
    const { code } = await registeredBirth(commune);
    await send();
    const own = await codeThere(code);
    expect(own).toMatch(/^G12\.19\.13\.1-/);
    await handle(insurance, 'bhxh-1', own, 'tiep-nhan');
    await handle(insurance, 'bhxh-1', own, 'chuyen-buoc');
    await handle(insurance, 'van-hoa-1', own, 'ky-duyet');
    await handle(insurance, 'bhxh-1', own, 'vao-so');
    await insurance.settle();
    await insurance.strike('exchange.work-off');
    const left = (await openSteps(commune, code)).map(({ role }) => role);
    expect(left).toEqual(['CA_TIEP_NHAN']);
  });
});

/** Who proposes does not decide: there are two of them. */
async function secondOfficial({ services: { database, clock } }: Node): Promise<void> {
  const granted = await database.transaction(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select person_id as id from identity.account where name = 'van-hoa-1'`.execute(tx);
    return grantPost(tx, {
      personId: rows[0]!.id,
      unitKey: 'ninh-kieu-bhxh',
      role: 'BHXH',
      title: 'Giám đốc Bảo hiểm xã hội cơ sở',
      from: '2026-01-01' as Day,
      at: clock.now(),
    });
  });
  if (isRefusal(granted)) throw new Error(granted.refused);
}

/** The code of the dossier that the insurance has made of its part. */
async function codeThere(code: string): Promise<string> {
  return nodes().police.services.database.transaction(async (tx) => {
    const { rows } = await sql<{ code: string }>`
      select d.code from exchange.leg l join dossier.dossier d on d.id = l.dossier_id
       where l.partner_code = ${code} and l.step = 'insurance'`.execute(tx);
    return rows[0]!.code;
  });
}

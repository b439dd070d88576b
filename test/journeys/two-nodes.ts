import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { procedureLinks } from '#/app/links.ts';
import { ownNode } from '#/modules/exchange/node.ts';
import { insertOffer, insertPartner, insertServed } from '#/modules/exchange/store/declared.ts';
import { checkBundle, faultLine, importBundle, type Artefacts } from '#/modules/procedure/index.ts';
import { skeletonOf } from '#/modules/studio/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { systemAccountId } from '#/platform/http/index.ts';
import type { Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { testDatabase } from '../database/fixture.ts';
import { testApplication } from './application.ts';
import { demoCommune } from './commune.ts';
import type { Office } from './office.ts';
import { Person } from './person.ts';

/** An installation with a database, an address and by that a key of its own, that others reach by real HTTP. */
export interface Node extends Office {
  readonly address: string;
  /** Where its database is for the account of the program. */
  readonly programUrl: string;
  /** Listens again at the same address. */
  up(): Promise<void>;
  /** Does what the next calls ask for, but the answers are lost on their way. */
  loseAnswers(calls: number): void;
  /** Whoever calls finds nobody. */
  down(): Promise<void>;
}

/** Opens two installations for a test file: the commune, and the police who have one of their own. */
export function twoNodes(): () => Pair {
  const commune = node();
  const police = node();
  return () => ({ commune: commune(), police: police() });
}

function node(): () => Node {
  const database = testDatabase(undefined, demoCommune);
  let opened: Node | undefined;
  beforeAll(async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const running = testApplication(database().programUrl, undefined, { publicUrl: address });
    await running.application.seed();
    const pages = await running.application.web();
    let server: FastifyInstance | undefined;
    let lost = 0;
    const run = async (name: string) => {
      const job = running.application.jobs.find((one) => one.name === name);
      if (!job) throw new Error(`no job ${name}`);
      await job.run({});
    };
    opened = {
      ...running,
      address,
      web: pages,
      url: database().url,
      programUrl: database().programUrl,
      person: () => new Person(pages),
      signedIn: (account) => new Person(pages).signIn(account),
      async settle() {
        await run('document.work-off');
        await running.queue.drain();
      },
      strike: run,
      at: (instant) => running.clock.set(new Date(instant)),
      async up() {
        server = await running.application.web();
        server.server.on('request', (request, response) => {
          if (lost === 0) return;
          lost -= 1;
          response.end = () => {
            request.socket.destroy();
            return response;
          };
        });
        await server.listen({ host: '127.0.0.1', port });
      },
      loseAnswers(calls) {
        lost = calls;
      },
      async down() {
        await server?.close();
        server = undefined;
      },
    };
    await opened.up();
  });
  afterAll(async () => {
    await opened?.down();
    await opened?.web.close();
    await opened?.close();
  });
  return () => {
    if (!opened) throw new Error('the node opens in beforeAll');
    return opened;
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

interface Pair {
  readonly commune: Node;
  readonly police: Node;
}

interface DeclaredPart {
  readonly unitId: string;
  readonly step: string;
  readonly slug: string;
}

const since = { validFrom: '2026-09-01' as Day, validTo: null, source: 'Quy chế phối hợp số 1' };

/** Each believes the other; the commune sends the parts of a unit there, which are done by a procedure. */
export async function declareNodes(pair: Pair, part: DeclaredPart): Promise<void> {
  const { commune, police } = pair;
  const entry = { by: systemAccountId, at: commune.clock.now() };
  const partnerOf = ({ services }: Node, name: string) => {
    const { signer, address } = ownNode(services);
    const { keyId, publicKey } = signer;
    return { ...since, id: newId(), name, address, keyId, publicKey };
  };
  await commune.services.database.transaction((tx) =>
    insertPartner(tx, partnerOf(police, 'Hệ thống của Công an'), entry),
  );
  await police.services.database.transaction((tx) =>
    insertPartner(tx, partnerOf(commune, 'Hệ thống của phường Ninh Kiều'), entry),
  );
  await declarePart(pair, part);
}

/** The parts of one more unit are sent there. */
export async function declarePart({ commune, police }: Pair, part: DeclaredPart): Promise<void> {
  const { unitId, step, slug } = part;
  const entry = { by: systemAccountId, at: commune.clock.now() };
  await commune.services.database.transaction((tx) =>
    insertServed(tx, { ...since, id: newId(), unitId, address: police.address }, entry),
  );
  await police.services.database.transaction((tx) =>
    insertOffer(tx, { ...since, id: newId(), procedureCode: '3.000722', step, slug }, entry),
  );
}

export const partSlug = 'thuong-tru-lien-thong';
export const insuranceSlug = 'the-bao-hiem-lien-thong';

/** The procedure by which the police register the residence of a child whose birth the commune has registered. */
export async function publishPart(node: Node): Promise<void> {
  await publish(node, {
    slug: partSlug,
    name: 'Đăng ký thường trú cho trẻ, phần liên thông',
    facts: { receivingUnit: 'police', agencyLevel: 'COMMUNE_POLICE' },
    pages: ['ten-cua-chau', 'thuong-tru', 'chu-ho', 'y-kien-chu-ho'],
    process: withoutFee(shipped('dang-ky-thuong-tru', 'process.bpmn'), partSlug),
  });
}

/** The procedure by which the social insurance issues the card; one official does all its steps. */
export async function publishInsurance(node: Node): Promise<void> {
  const process = withoutFee(shipped('dang-ky-thuong-tru', 'process.bpmn'), insuranceSlug);
  await publish(node, {
    slug: insuranceSlug,
    name: 'Cấp thẻ bảo hiểm y tế cho trẻ, phần liên thông',
    facts: { receivingUnit: 'insurance', agencyLevel: 'SOCIAL_INSURANCE' },
    pages: ['ten-cua-chau', 'bao-hiem'],
    process: process.replace(
      /cqs:role="CA_\w+" cqs:unit="police"/g,
      'cqs:role="BHXH" cqs:unit="insurance"',
    ),
  });
}

interface Wanted {
  readonly slug: string;
  readonly name: string;
  readonly facts: object;
  /** Pages of the joint form that the part needs. */
  readonly pages: readonly string[];
  readonly process: string;
}

async function publish(node: Node, wanted: Wanted): Promise<void> {
  const outcome = await checkBundle(artefactsOf(wanted), procedureLinks);
  if ('faults' in outcome) throw new Error(outcome.faults.map(faultLine).join('\n'));
  const at = node.clock.now();
  const published = await node.services.database.transaction((tx) =>
    importBundle(tx, outcome.bundle, systemAccountId, at, procedureLinks),
  );
  if (isRefusal(published)) throw new Error(published.refused);
}

function artefactsOf({ slug, name, facts, pages, process }: Wanted): Artefacts {
  const joint = JSON.parse(shipped('lien-thong-khai-sinh', 'form.json')) as {
    title: unknown;
    pages: { id: string }[];
  };
  const skeleton = skeletonOf(slug, name, '2026-07-01' as Day);
  const catalogue = JSON.parse(skeleton['procedure.json']) as Record<string, unknown>;
  return {
    ...skeleton,
    'procedure.json': JSON.stringify({ ...catalogue, ...facts, about: 'con_ho_ten' }),
    'form.json': JSON.stringify({
      title: joint.title,
      pages: joint.pages.filter(({ id }) => pages.includes(id)),
      computed: {},
      checks: [],
    }),
    'process.bpmn': process,
  };
}

function withoutFee(bpmn: string, slug: string): string {
  return bpmn
    .replaceAll('dang-ky-thuong-tru', slug)
    .replace(/<bpmn:userTask id="pay"[\s\S]*?\/>/, '')
    .replace(/<bpmn:exclusiveGateway id="FeeDue"[\s\S]*?\/>/, '')
    .replace(/<bpmn:sequenceFlow id="FeeDue_pay"[\s\S]*?<\/bpmn:sequenceFlow>/, '')
    .replace(/<bpmn:sequenceFlow id="(FeeDue_next|pay_handle)"[^>]*\/>/g, '')
    .replace('targetRef="FeeDue"', 'targetRef="handle"');
}

function shipped(slug: string, file: string): string {
  return readFileSync(join(import.meta.dirname, '../../procedures', slug, file), 'utf8');
}

import { Type, type Static } from '@sinclair/typebox';
import { api, type Route } from '#/platform/http/index.ts';
import { refuse } from '#/platform/refusal.ts';
import { readCatalogue } from './access.ts';
import { catalogueSchema } from './catalogue.ts';
import type { CatalogueKeeper, PublishedProcedure } from './published.ts';

const mostItems = 100;
const { properties } = catalogueSchema;

const version = Type.Object({
  id: Type.String({ format: 'uuid' }),
  no: Type.Integer(),
  sha256: Type.String(),
  effectiveFrom: Type.String({ format: 'date' }),
  effectiveTo: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
});

const service = Type.Object({
  slug: properties.slug,
  code: properties.code,
  name: properties.name,
  shortName: properties.shortName,
  field: properties.field,
  agencyLevel: properties.agencyLevel,
  executingAgency: properties.executingAgency,
  lifeEvents: properties.lifeEvents,
  onlineLevel: properties.onlineLevel,
  channels: properties.channels,
  version,
});

/** The public catalogue for programs. */
export function catalogueApi(catalogueOf: CatalogueKeeper): Route[] {
  return [
    api(
      'GET',
      '/api/v1/services',
      readCatalogue,
      {
        summary: 'Lists the public services that are in force today, or searches them',
        query: Type.Object({
          q: Type.Optional(
            Type.String({
              maxLength: 200,
              description: 'Words of the search, with or without accents',
            }),
          ),
          lifeEvent: Type.Optional(Type.String({ maxLength: 60 })),
          field: Type.Optional(Type.String({ maxLength: 60 })),
          limit: Type.Integer({ minimum: 1, maximum: mostItems, default: 20 }),
          cursor: Type.Optional(
            Type.String({
              pattern: '^[A-Za-z0-9_-]{1,16}$',
              description: 'From `next` of the page before',
            }),
          ),
        }),
        answer: Type.Object({
          items: Type.Array(service),
          next: Type.Union([Type.String(), Type.Null()]),
        }),
      },
      async (tx, { query, now }) => {
        const catalogue = await catalogueOf(tx, now);
        const found =
          query.q === undefined ? undefined : catalogue.search.find(query.q, mostItems).slugs;
        const candidates = found
          ? found.flatMap((slug) => catalogue.find(slug) ?? [])
          : catalogue.all;
        const wanted = candidates.filter(
          ({ facts }) =>
            (query.lifeEvent === undefined || facts.lifeEvents.includes(query.lifeEvent)) &&
            (query.field === undefined || facts.field.code === query.field),
        );
        const from = placeOf(query.cursor);
        const to = from + query.limit;
        return {
          items: wanted.slice(from, to).map(toService),
          next: to < wanted.length ? cursorOf(to) : null,
        };
      },
    ),
    api(
      'GET',
      '/api/v1/services/:slug',
      readCatalogue,
      {
        summary: 'Everything that is published of one service: papers, fees, deadline, legal bases',
        params: Type.Object({ slug: Type.String({ maxLength: 80 }) }),
        answer: Type.Object({ version, service: catalogueSchema }),
      },
      async (tx, { params, now }) => {
        const procedure = (await catalogueOf(tx, now)).find(params.slug);
        if (!procedure) return refuse('procedure.unknown');
        return { version: toService(procedure).version, service: procedure.facts };
      },
    ),
  ];
}

function toService({ facts, version: of }: PublishedProcedure): Static<typeof service> {
  const {
    slug,
    code,
    name,
    shortName,
    field,
    agencyLevel,
    executingAgency,
    lifeEvents,
    onlineLevel,
    channels,
  } = facts;
  const { id, no, sha256, effectiveFrom, effectiveTo } = of;
  return {
    slug,
    code,
    name,
    shortName,
    field,
    agencyLevel,
    executingAgency,
    lifeEvents,
    onlineLevel,
    channels,
    version: { id, no, sha256, effectiveFrom, effectiveTo },
  };
}

/** Cursors are opaque to callers: the place in the list, base 64. */
function cursorOf(place: number): string {
  return Buffer.from(String(place)).toString('base64url');
}

function placeOf(cursor: string | undefined): number {
  const place = Number(Buffer.from(cursor ?? '', 'base64url').toString() || '0');
  return Number.isSafeInteger(place) && place >= 0 ? place : 0;
}

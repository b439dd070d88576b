import {
  findUnitServing,
  servedPlaces,
  territoryOf,
  type UnitKind,
} from '#/modules/agency/index.ts';
import { fileDossier, inform } from '#/modules/dossier/index.ts';
import { assess, findProcedureInForce, type CompiledProcedure } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { Office, Player } from './office.ts';
import { putPapers, type Sample } from './papers.ts';
import type { Played } from './play.ts';

/** What somebody files. */
export interface Handing {
  readonly slug: string;
  readonly applicant: Player;
  /** Whose dossier it is, as lists show it. */
  readonly ownerName: string;
  /** Handed in on paper; else it is filed online. */
  readonly atCounter: boolean;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** What the whole play shares. */
export interface Stage {
  readonly office: Office;
  readonly sample: Sample;
  /** The present: nothing happens after it. */
  readonly now: Date;
}

/** Who takes paper dossiers in. */
const receivers: Readonly<Partial<Record<UnitKind, string>>> = {
  'one-stop': 'TIEP_NHAN',
  police: 'CA_TIEP_NHAN',
  tax: 'CB_THUE',
};

/** Files a dossier as the applicant, or the counter for them, would have at an instant of the past. */
export async function hand(
  tx: Tx,
  handing: Handing,
  { office, sample, now }: Stage,
): Promise<Played> {
  const { slug, applicant, atCounter, answers, at } = handing;
  const { version, procedure } = await procedureOf(tx, slug, [at, now]);
  const unit = await receivingUnit(tx, procedure);
  const by = { ...(atCounter ? office.holder(unit.id, receivers[unit.kind]!) : applicant), at };
  const channel = atCounter ? 'DIRECT' : 'ONLINE';
  const { papers: needed, deadline } = assess(procedure, {
    answers,
    channel,
    submittedOn: dayOf(at),
    territory: territoryOf(unit.placeCode, dayOf(at))?.code ?? '',
    beneficiary: [],
    variant: 'NORMAL',
  });
  const papers = needed
    .filter(({ paper }) => paper.group === 'SUBMIT')
    .map(({ paper }) => ({
      code: paper.code,
      name: paper.name.vi,
      pages: 1,
      sha256: sample.first.sha256,
    }));
  const papersOwner = newId();
  await putPapers(tx, papersOwner, papers, sample.first, by);
  const dossier = await fileDossier(tx, by, {
    procedure,
    versionId: version.id,
    procedureId: version.procedureId,
    answers,
    channel,
    unitId: unit.id,
    accountId: atCounter ? null : applicant.accountId,
    submitterPersonId: applicant.personId,
    ownerPersonId: applicant.personId,
    ownerName: handing.ownerName,
    papersOwner,
    papers,
    delivery: atCounter ? 'COUNTER' : 'ONLINE',
    deliveryAddress: null,
    deadline: {
      qty: deadline.qty,
      unit: deadline.unit,
      cutoff: deadline.cutoff,
      case: deadline.case,
    },
  });
  if (isRefusal(dossier)) throw new Error(`a demo dossier cannot be filed: ${dossier.refused}`);
  await inform(tx, dossier, 'submitted', at);
  return {
    id: dossier.id,
    code: dossier.code,
    applicant,
    papers,
    question: firstQuestion(procedure, answers),
    answers,
  };
}

/** The version of the first of these days that has one: before its first version a procedure is played as it is today. */
async function procedureOf(tx: Tx, slug: string, days: readonly Date[]) {
  for (const day of days) {
    const found = await findProcedureInForce(tx, slug, dayOf(day));
    if (found) return found;
  }
  throw new Error(`no procedure ${slug} is in force`);
}

async function receivingUnit(tx: Tx, { catalogue }: CompiledProcedure) {
  const [place] = await servedPlaces(tx);
  const unit =
    place === undefined ? undefined : await findUnitServing(tx, catalogue.receivingUnit, place);
  if (!unit) throw new Error(`no unit receives ${catalogue.slug}`);
  return unit;
}

function firstQuestion(
  { form }: CompiledProcedure,
  answers: Readonly<Record<string, unknown>>,
): string {
  const found = form.questions.find(
    ({ name, kind }) => kind === 'person-name' && answers[name] !== undefined,
  );
  return found?.name ?? form.questions[0]!.name;
}

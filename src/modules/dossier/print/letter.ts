import { findPlace, getUnit, type Place, type Unit } from '#/modules/agency/index.ts';
import { letterDate, type FormData } from '#/modules/document/index.ts';
import { getPerson, type Person } from '#/modules/identity/index.ts';
import { compiledVersion, type CompiledProcedure } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { dayOf, type Day } from '#/values/day.ts';
import type { Dossier } from '../dossier.ts';
import { partyOf } from './party.ts';

/** What every letter about a dossier needs to know. */
export interface Letter {
  readonly unit: Unit;
  readonly procedure: CompiledProcedure;
  readonly submitter: Person;
  /** Letters of the police have forms of their own (CT04 to CT06). */
  readonly isPolice: boolean;
  readonly common: Pick<FormData['MAU_03'], 'head' | 'dossierCode' | 'submitter' | 'procedure'>;
}

/** Gathers it for a letter of the receiving unit, or of another one that takes part. */
export async function letterOf(
  tx: Tx,
  dossier: Dossier,
  at: Date,
  unitId: string = dossier.unitId,
): Promise<Letter> {
  const unit = await getUnit(tx, unitId);
  const parent = unit.parentId === null ? undefined : await getUnit(tx, unit.parentId);
  const procedure = await compiledVersion(tx, dossier.versionId);
  const submitter = await getPerson(tx, dossier.submitterPersonId);
  const on = dayOf(at);
  return {
    unit,
    procedure,
    submitter,
    isPolice: unit.kind === 'police',
    common: {
      head: {
        parent: parent?.name.vi,
        office: unit.name.vi,
        place: townOf(await seatOf(tx, unit, on)),
        date: letterDate(on),
      },
      dossierCode: dossier.code,
      submitter: await partyOf(tx, submitter, on),
      procedure: procedure.catalogue.shortName.vi,
    },
  };
}

/** The commune where a unit sits: the place that stands before the date (Decree 30/2020/NĐ-CP, appendix I). */
export async function seatOf(tx: Tx, unit: Unit, on: Day): Promise<Place> {
  const place = await findPlace(tx, unit.placeCode, on);
  if (!place) throw new Error(`unit ${unit.key} sits in no known place`);
  return place;
}

/** A place as it stands before a date: without its kind. */
export function townOf({ name }: Place): string {
  return name.replace(/^(Phường|Xã|Đặc khu|Thành phố|Tỉnh) /, '');
}

import { territoryOf } from '#/modules/agency/index.ts';
import {
  assess,
  assessPartly,
  compiledVersion,
  type Assessment,
  type Facts,
  type PartialAssessment,
} from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { dayOf } from '#/values/day.ts';
import type { Deadline, Dossier, Variant } from './dossier.ts';

type Judged = Pick<
  Dossier,
  'versionId' | 'answers' | 'channel' | 'placeCode' | 'submittedAt' | 'variant'
>;

/** What the procedure's rules say of a dossier; fees follow the law of the day of submission. */
export async function judge(tx: Tx, dossier: Judged): Promise<Assessment> {
  return assess(await compiledVersion(tx, dossier.versionId), factsOf(dossier));
}

/** What they say of one that is still being filled in, as far as the answers go. */
export async function judgePartly(tx: Tx, draft: Judged): Promise<PartialAssessment> {
  return assessPartly(await compiledVersion(tx, draft.versionId), factsOf(draft));
}

/** The facts by which rules judge a dossier. */
export function factsOf(dossier: Omit<Judged, 'versionId'>): Facts {
  return {
    answers: dossier.answers,
    channel: dossier.channel,
    submittedOn: dayOf(dossier.submittedAt),
    territory: territoryOf(dossier.placeCode, dayOf(dossier.submittedAt))?.code ?? '',
    beneficiary: beneficiaryOf(dossier.answers),
    variant: dossier.variant,
  };
}

/** Codes of exemptions that the applicant claims in the form, where the form asks for them. */
function beneficiaryOf(answers: Readonly<Record<string, unknown>>): string[] {
  const claimed = answers['dien_mien_giam'];
  if (Array.isArray(claimed)) return claimed.filter((code) => typeof code === 'string');
  return typeof claimed === 'string' && claimed !== '' ? [claimed] : [];
}

/** The longer deadline of a variant, or undefined when the procedure knows none. */
export async function lawfulDeadline(
  tx: Tx,
  dossier: Dossier,
  variant: Exclude<Variant, 'NORMAL'>,
): Promise<{ variant: Variant; allowance: Deadline } | undefined> {
  const { deadline } = await judge(tx, { ...dossier, variant });
  const allowance: Deadline = {
    qty: deadline.qty,
    unit: deadline.unit,
    cutoff: deadline.cutoff,
    case: deadline.case,
  };
  const { qty, unit } = dossier.deadline;
  return allowance.qty === qty && allowance.unit === unit ? undefined : { variant, allowance };
}

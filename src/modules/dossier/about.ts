import type { CompiledProcedure } from '#/modules/procedure/index.ts';

/** Whom or what a dossier concerns, by the question that the procedure names for that; undefined when not answered. */
export function aboutOf(
  procedure: CompiledProcedure,
  answers: Readonly<Record<string, unknown>>,
): string | undefined {
  const { about } = procedure.catalogue;
  const answer = about === undefined ? undefined : answers[about];
  return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : undefined;
}

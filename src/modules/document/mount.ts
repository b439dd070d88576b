import { createValidation, createVerdicts, openPaperSigner } from '#/modules/signing/index.ts';
import type { Mount, Services } from '#/platform/module.ts';
import { clamdScanner } from '#/platform/scanner/index.ts';
import { openDarkroom } from './darkroom/index.ts';
import { downloadRoutes } from './http/download-routes.ts';
import { uploadRoutes } from './http/upload-routes.ts';
import { createPrintWorks } from './issued/print-works.ts';
import { documentJobs, workOff } from './jobs.ts';
import { verifyRoutes } from './pages/verify-routes.tsx';
import { closedGate, type OwnerGate } from './papers/owner-gate.ts';
import { createPaperWorks } from './papers/paper-works.ts';
import { refusals } from './refusals.ts';
import { tusRoutes } from './uploads/tus.ts';

/** What this module needs from those that it does not know: who may see and change the papers of a draft or dossier. */
export interface Doors {
  readonly ownerGate: OwnerGate;
}

export function mount(services: Services, { ownerGate }: Doors = { ownerGate: closedGate }): Mount {
  const { clamav } = services.config;
  const scanner = clamav === null ? undefined : clamdScanner(clamav, services.log);
  const papers = createPaperWorks(services, openDarkroom(services.papersmith), scanner);
  const prints = createPrintWorks(services, openPaperSigner(services));
  return {
    name: 'document',
    routes: [
      ...uploadRoutes(services, papers, ownerGate),
      ...tusRoutes(services, papers, ownerGate),
      ...downloadRoutes(services, prints, ownerGate),
      ...verifyRoutes(createVerdicts(services, createValidation(services)), scanner),
    ],
    jobs: documentJobs(services, papers, prints),
    refusals,
    seed: async (tx) => await services.jobs.enqueue(tx, workOff, {}, { key: 'next' }),
  };
}

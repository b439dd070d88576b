import { lookupsOf } from '#/modules/agency/index.ts';
import { mount as mountAgency } from '#/modules/agency/mount.ts';
import { mount as mountAppointment } from '#/modules/appointment/mount.ts';
import { mount as mountCredential } from '#/modules/credential/mount.ts';
import { mount as mountDocument } from '#/modules/document/mount.ts';
import { credentialPorts, paperGate } from '#/modules/dossier/index.ts';
import { mount as mountDossier } from '#/modules/dossier/mount.ts';
import { mount as mountExchange } from '#/modules/exchange/mount.ts';
import { mount as mountIdentity } from '#/modules/identity/mount.ts';
import { mount as mountLedger } from '#/modules/ledger/mount.ts';
import { tell } from '#/modules/notify/index.ts';
import { principalOf, tellPrincipal } from '#/modules/mandate/index.ts';
import { mount as mountMandate } from '#/modules/mandate/mount.ts';
import { mount as mountNotify } from '#/modules/notify/mount.ts';
import { mount as mountOpenid } from '#/modules/openid/mount.ts';
import { mount as mountPayment } from '#/modules/payment/mount.ts';
import { mount as mountPrivacy } from '#/modules/privacy/mount.ts';
import { mount as mountProcedure } from '#/modules/procedure/mount.ts';
import { mount as mountProcess } from '#/modules/process/mount.ts';
import { mount as mountProvisioning } from '#/modules/provisioning/mount.ts';
import { mount as mountRegistry } from '#/modules/registry/mount.ts';
import { mount as mountRights } from '#/modules/rights/mount.ts';
import { mount as mountSigning } from '#/modules/signing/mount.ts';
import { mount as mountStudio } from '#/modules/studio/mount.ts';
import type { Mount, Services } from '#/platform/module.ts';
import { ledgerDoors, procedureLinks } from './links.ts';
import { moduleOrder, type ModuleName } from './order.ts';
import { site } from './site.ts';
import { tellingPartners } from './sign-outs.ts';
import { askingAgain } from './step-ups.ts';

const mounts: Readonly<Record<ModuleName, (services: Services) => Mount>> = {
  identity: (services) => tellingPartners(mountIdentity(services, lookupsOf, tell), services),
  agency: mountAgency,
  openid: (services) => mountOpenid(services, { principalOf, tellPrincipal }),
  provisioning: mountProvisioning,
  ledger: (services) => mountLedger(services, ledgerDoors),
  privacy: mountPrivacy,
  registry: mountRegistry,
  signing: (services) => mountSigning(services, tell),
  document: (services) => mountDocument(services, { ownerGate: paperGate }),
  credential: (services) => mountCredential(services, credentialPorts),
  notify: (services) => mountNotify(services, site.agency),
  payment: mountPayment,
  procedure: (services) => mountProcedure(services, procedureLinks),
  process: mountProcess,
  mandate: mountMandate,
  dossier: (services) => askingAgain(mountDossier(services), services.config.isDemo),
  appointment: mountAppointment,
  exchange: mountExchange,
  rights: mountRights,
  studio: (services) => mountStudio(services, procedureLinks),
};

/** Mounts all modules in their order. */
export function mountAll(services: Services): Mount[] {
  return moduleOrder.map((name) => mounts[name](services));
}

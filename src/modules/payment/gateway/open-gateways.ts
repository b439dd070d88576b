import { randomBytes } from 'node:crypto';
import type { GatewaySettings } from '#/platform/config/index.ts';
import type { Services } from '#/platform/module.ts';
import { callGateway } from './call-gateway.ts';
import type { Gateway } from './gateway.ts';
import { nationalPlatform } from './national-platform.ts';
import { simulatedPartner } from './simulator/national-dialect.ts';
import { PaymentSimulator } from './simulator/simulator.ts';
import { simulatedTerminal } from './simulator/vnpay-dialect.ts';
import { vnpay } from './vnpay.ts';

/** The gateways of this installation; in the demonstration simulated ones, unless real ones were named. */
export interface Gateways {
  readonly list: readonly Gateway[];
  readonly simulator: PaymentSimulator | null;
}

/** Where the simulated gateways have their pages. */
export const simulatorPath = '/thu-nghiem/cong-thanh-toan';

/** Opens what the settings name. */
export function openGateways({ config, clock }: Services): Gateways {
  if (config.gateways !== null) return { list: config.gateways.map(real), simulator: null };
  if (!config.isDemo) return { list: [], simulator: null };
  const secret = randomBytes(32).toString('hex');
  const pageUrl = (code: string) => `${config.publicUrl}${simulatorPath}/${code}`;
  const simulator = new PaymentSimulator(secret, pageUrl, () => clock.now());
  const none = 'http://localhost/';
  const terminal = simulatedTerminal;
  return {
    simulator,
    list: [
      nationalPlatform(
        { initUrl: none, queryUrl: none, refundUrl: none, partner: simulatedPartner, secret },
        simulator.call('quoc-gia'),
      ),
      vnpay({ payUrl: pageUrl('vnpay'), apiUrl: none, terminal, secret }, simulator.call('vnpay')),
    ],
  };
}

function real(settings: GatewaySettings): Gateway {
  return settings.kind === 'vnpay'
    ? vnpay(settings, callGateway)
    : nationalPlatform(settings, callGateway);
}

import type { Services } from '#/platform/module.ts';
import type { Text } from '#/values/text.ts';
import { openChannels } from './channels/open-channels.ts';
import type { Office } from './deliver/office.ts';
import { takeReport } from './deliver/report.ts';
import { returnPathOf } from './deliver/return-path.ts';
import { receiveText } from './receive-text.ts';
import { tokenKeeper } from './store/channel-secret.ts';

/** What delivering needs, with the channels of the settings. */
export function officeOf(services: Services, agency: Text): Office {
  const { config, keys, log } = services;
  const failed = (err: unknown) => log.error({ err }, 'what a provider told could not be written');
  const channels = openChannels(config.messaging, config.isDemo, {
    returnPath: (id) => {
      const domain = config.messaging?.mail?.bounces?.domain;
      return domain === undefined ? undefined : returnPathOf(keys, id, domain);
    },
    keeper: tokenKeeper(services, 'zalo'),
    report: (report) => void takeReport({ services }, report).catch(failed),
    received: (text) => void receiveText({ services }, text).catch(failed),
  });
  return { services, channels, agency };
}

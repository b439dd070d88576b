export { ConfigFault, readConfig, type Config } from './config.ts';

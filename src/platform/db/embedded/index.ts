export { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './server.ts';
export { passwordFile, plantCluster } from './plant.ts';

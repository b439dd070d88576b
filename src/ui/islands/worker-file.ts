/** The service worker among the built files: one script without imports, which older browsers do not know in workers. */
export const workerFile = 'service-worker.js';

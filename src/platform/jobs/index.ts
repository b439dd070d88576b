export { installQueue, openJobs, type Job, type JobQueue, type Jobs } from './jobs.ts';

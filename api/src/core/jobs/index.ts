export { job, type JobType } from './job-type.ts'
export { putJob } from './outbox.ts'
export { startWorker, type Worker } from './worker.ts'

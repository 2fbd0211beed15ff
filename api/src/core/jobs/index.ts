export { job, type JobType } from './job-type.ts'
export { putJob } from './outbox.ts'

/** Sending again what did not arrive, in one part that comes when it is asked for. */
export { ReplayDialog } from './replay-dialog.tsx'
export { RetryFailedDialog } from './retry-failed-dialog.tsx'

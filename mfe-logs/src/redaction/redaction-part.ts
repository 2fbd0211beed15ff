/** Trying out what the log keeps, in one part that comes when it is asked for. */
export { RedactionDialog } from './redaction-dialog.tsx'

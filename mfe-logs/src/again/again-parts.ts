/** Few requests are sent again: the editor comes when somebody asks for it. */
export { SendAgainDialog } from './send-again-dialog.tsx'

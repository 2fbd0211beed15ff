/** Changing an endpoint, in a part that comes when it is asked for. */
export { EditEndpointDialog } from './edit-endpoint-dialog.tsx'

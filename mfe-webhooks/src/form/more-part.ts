/** What most endpoints go without, in a part that comes when it is asked for. */
export { MoreFields } from './more-fields.tsx'

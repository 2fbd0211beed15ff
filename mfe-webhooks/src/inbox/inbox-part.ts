/** The test inbox, in a part that comes when it is asked for. */
export { InboxPage } from './inbox-page.tsx'

/** What is opened later, in one part that comes after the page. */
export { AddDomainDialog } from './add-domain-dialog.tsx'
export { SetUpSso } from './set-up-sso.tsx'

/** What is opened later, in one part that comes after the page. */
export { SetUpSso } from './set-up-sso.tsx'

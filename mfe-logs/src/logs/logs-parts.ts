/** What is not seen at first, in one part that comes after the page. */
export { LogDrawer } from './log-drawer.tsx'

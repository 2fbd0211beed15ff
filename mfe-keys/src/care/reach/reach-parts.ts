/** What scopes open, in a part of its own: the table of all operations is no part of a form. */
export { Reach } from './reach.tsx'

/** What is seen of a key that has two secrets, in a part of its own: most keys have one. */
export { EndOverlapDialog } from './end-overlap-dialog.tsx'
export { RotationCockpit } from './rotation-cockpit.tsx'

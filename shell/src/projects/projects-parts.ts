/** What is not seen at first, in one part that comes after the page. */
export { Above } from './projects-above.tsx'
export { ProjectActs } from './project-acts.tsx'

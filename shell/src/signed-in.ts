/** What nobody needs before they have signed in: a part of its own, which comes while they do. */
import { createRouter } from '@sonaqor/embed/host'

export { Dashboard } from './frame/dashboard.tsx'

/** One for the life of the page, for there is one address. */
export const router = createRouter()

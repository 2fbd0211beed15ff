/** Everything that is not the API: shell, embed frame, loader, docs. It must be named last. */
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { servePages } from './pages.ts'
import { serveStaffPages } from './staff-pages.ts'

export const pages: FeatureMaker = (foundation) =>
  feature({
    name: 'pages',
    middleware: servePages(foundation),
    staffMiddleware: serveStaffPages(foundation),
  })

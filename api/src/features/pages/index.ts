import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { servePages } from './pages.ts'

/** Everything that is not the API: shell, embed frame, loader, docs. It must be named last. */
export const pagesFeature: FeatureMaker = (foundation) =>
  feature({ name: 'pages', middleware: servePages(foundation) })
